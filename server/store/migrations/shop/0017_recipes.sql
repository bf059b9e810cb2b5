CREATE TABLE `slot_recipes` (
	`slot` text PRIMARY KEY NOT NULL,
	`recipe` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `recipe_versions` (
	`recipe` text NOT NULL,
	`version` integer NOT NULL,
	`body` text,
	`at` integer NOT NULL,
	`by` text NOT NULL,
	`note` text NOT NULL,
	PRIMARY KEY(`recipe`, `version`)
);
