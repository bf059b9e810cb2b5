CREATE TABLE `occasion_choices` (
	`id` integer PRIMARY KEY NOT NULL,
	`body` text NOT NULL,
	`by` text NOT NULL,
	`at` integer NOT NULL
);
