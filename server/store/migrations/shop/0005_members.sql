CREATE TABLE `segment_days` (
	`segment` text NOT NULL,
	`day` text NOT NULL,
	`members` integer NOT NULL,
	`everyone` integer NOT NULL,
	`orders` integer NOT NULL,
	`net` integer NOT NULL,
	PRIMARY KEY(`segment`, `day`)
);
--> statement-breakpoint
CREATE TABLE `segment_members` (
	`segment` text NOT NULL,
	`bucket` integer NOT NULL,
	`person` text NOT NULL,
	PRIMARY KEY(`segment`, `bucket`, `person`)
);
--> statement-breakpoint
CREATE INDEX `segment_members_person` ON `segment_members` (`person`);--> statement-breakpoint
ALTER TABLE `segments` ADD `members_of` integer;--> statement-breakpoint
DELETE FROM `audience`;--> statement-breakpoint
DELETE FROM `audience_acts`;--> statement-breakpoint
DELETE FROM `audience_visitors`;--> statement-breakpoint
DELETE FROM `projections` WHERE `name` = 'audience';
