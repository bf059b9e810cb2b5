CREATE TABLE `list_members` (
	`key` text NOT NULL,
	`list` text NOT NULL,
	PRIMARY KEY(`key`, `list`)
);
--> statement-breakpoint
CREATE INDEX `list_members_list` ON `list_members` (`list`);--> statement-breakpoint
ALTER TABLE `audience` ADD `lists` text DEFAULT '[]' NOT NULL;