CREATE TABLE `staged_products` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`category` text,
	`brand` text,
	`price` integer,
	`currency` text,
	`url` text NOT NULL,
	`image` text,
	`in_stock` integer NOT NULL,
	`added_at` integer
);
--> statement-breakpoint
CREATE TABLE `answers` (
	`request` text PRIMARY KEY NOT NULL,
	`body` text NOT NULL,
	`status` integer NOT NULL,
	`type` text NOT NULL,
	`answer` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `answers_at` ON `answers` (`at`);--> statement-breakpoint
CREATE TABLE `door_counts` (
	`day` integer NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`count` integer NOT NULL,
	`example` text,
	`last` integer NOT NULL,
	PRIMARY KEY(`day`, `kind`, `name`)
);
