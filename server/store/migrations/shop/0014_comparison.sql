CREATE TABLE `comparison` (
	`id` integer PRIMARY KEY NOT NULL,
	`share` integer NOT NULL,
	`instead` text NOT NULL
);
