CREATE TABLE `company_files` (
	`id` integer PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`place` text NOT NULL,
	`at` integer NOT NULL,
	`ranges` integer NOT NULL,
	`companies` integer NOT NULL,
	`nobody` integer NOT NULL,
	`refused` integer NOT NULL,
	`days` integer
);
--> statement-breakpoint
CREATE TABLE `company_names` (
	`file` integer NOT NULL,
	`part` integer NOT NULL,
	`body` text NOT NULL,
	PRIMARY KEY(`file`, `part`)
);
--> statement-breakpoint
CREATE TABLE `company_ranges` (
	`file` integer NOT NULL,
	`first` text NOT NULL,
	`body` text NOT NULL,
	PRIMARY KEY(`file`, `first`)
);
--> statement-breakpoint
DROP INDEX `log_told`;--> statement-breakpoint
ALTER TABLE `audience` ADD `company` text;--> statement-breakpoint
ALTER TABLE `audience` ADD `company_domain` text;--> statement-breakpoint
ALTER TABLE `audience` ADD `company_industry` text;--> statement-breakpoint
ALTER TABLE `audience` ADD `company_size` text;--> statement-breakpoint
ALTER TABLE `audience` ADD `told` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `audience` ADD `stale_from` integer;--> statement-breakpoint
CREATE INDEX `audience_told` ON `audience` (`person`) WHERE "audience"."told" = 1;--> statement-breakpoint
CREATE INDEX `audience_stale` ON `audience` (`stale_from`,`person`) WHERE "audience"."stale_from" is not null;--> statement-breakpoint
ALTER TABLE `audience_traits` ADD `source` text DEFAULT '' NOT NULL;--> statement-breakpoint
DELETE FROM audience;
--> statement-breakpoint
DELETE FROM audience_acts;
--> statement-breakpoint
DELETE FROM audience_steps;
--> statement-breakpoint
DELETE FROM audience_traits;
--> statement-breakpoint
DELETE FROM audience_visitors;
--> statement-breakpoint
DELETE FROM people_words;
--> statement-breakpoint
DELETE FROM projections WHERE name = 'audience';
