CREATE TABLE `campaign_commons` (
	`id` integer PRIMARY KEY NOT NULL,
	`body` text NOT NULL,
	`by` text NOT NULL,
	`at` integer NOT NULL
);
