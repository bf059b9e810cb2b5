CREATE TABLE `feed_runs` (
	`id` integer PRIMARY KEY NOT NULL,
	`shop` text NOT NULL,
	`started_at` integer NOT NULL,
	`ended_at` integer NOT NULL,
	`outcome` text NOT NULL,
	`kept` integer NOT NULL,
	`refused` integer NOT NULL,
	`first_refused` text NOT NULL,
	`code` text,
	`detail` text
);
--> statement-breakpoint
CREATE TABLE `feeds` (
	`shop` text PRIMARY KEY NOT NULL,
	`url` text NOT NULL,
	`user` text,
	`password` text,
	`every_minutes` integer NOT NULL,
	`mapping` text NOT NULL,
	`etag` text,
	`last_modified` text,
	`due_at` integer NOT NULL,
	`failures` integer NOT NULL,
	`lease` text,
	`lease_until` integer NOT NULL
);
