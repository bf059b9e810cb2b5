CREATE TABLE `finders` (
	`id` text PRIMARY KEY NOT NULL,
	`place` integer NOT NULL,
	`body` text NOT NULL
);
