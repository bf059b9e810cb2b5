CREATE TABLE `slot_changes` (
	`id` integer PRIMARY KEY NOT NULL,
	`slot` text NOT NULL,
	`recipe` text NOT NULL,
	`before` text NOT NULL,
	`by` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `rankings` (
	`id` integer PRIMARY KEY NOT NULL,
	`body` text NOT NULL,
	`by` text NOT NULL,
	`at` integer NOT NULL
);
