CREATE TABLE `people_words` (
	`person` text NOT NULL,
	`word` text NOT NULL,
	`seen` integer NOT NULL,
	PRIMARY KEY(`person`, `word`)
);
--> statement-breakpoint
CREATE INDEX `people_words_word` ON `people_words` (`word`,`seen`,`person`);--> statement-breakpoint
ALTER TABLE `profiles` ADD `tail` text GENERATED ALWAYS AS (substr(visitor, -6)) VIRTUAL;--> statement-breakpoint
CREATE INDEX `profiles_tail` ON `profiles` (`tail`);