CREATE TABLE `list_members` (
	`key` text NOT NULL,
	`list` text NOT NULL,
	PRIMARY KEY(`key`, `list`)
);
--> statement-breakpoint
CREATE INDEX `list_members_list` ON `list_members` (`list`);--> statement-breakpoint
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
CREATE TABLE `people_words` (
	`person` text NOT NULL,
	`word` text NOT NULL,
	`seen` integer NOT NULL,
	PRIMARY KEY(`person`, `word`)
);
--> statement-breakpoint
CREATE INDEX `people_words_word` ON `people_words` (`word`,`seen`,`person`);--> statement-breakpoint
ALTER TABLE `profiles` ADD `tail` text GENERATED ALWAYS AS (substr(visitor, -6)) VIRTUAL;--> statement-breakpoint
CREATE INDEX `profiles_tail` ON `profiles` (`tail`);--> statement-breakpoint
ALTER TABLE `audience` ADD `lists` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `segments` ADD `members_of` integer;--> statement-breakpoint
CREATE INDEX `orders_number` ON `orders` (lower("id"));--> statement-breakpoint
DELETE FROM `audience`;--> statement-breakpoint
DELETE FROM `audience_acts`;--> statement-breakpoint
DELETE FROM `audience_visitors`;--> statement-breakpoint
DELETE FROM `projections` WHERE `name` = 'audience';
