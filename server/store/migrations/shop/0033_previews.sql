CREATE TABLE `campaign_previews` (
	`id` text PRIMARY KEY NOT NULL,
	`session` text NOT NULL,
	`language` text NOT NULL,
	`body` text NOT NULL,
	`revision` integer NOT NULL,
	`expires_at` integer NOT NULL
);
