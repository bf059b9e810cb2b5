CREATE TABLE `log` (
	`seq` integer PRIMARY KEY NOT NULL,
	`id` text NOT NULL,
	`visitor` text NOT NULL,
	`at` integer NOT NULL,
	`name` text NOT NULL,
	`body` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `log_id_unique` ON `log` (`id`);--> statement-breakpoint
CREATE INDEX `log_visitor` ON `log` (`visitor`,`at`);--> statement-breakpoint
CREATE INDEX `log_orders` ON `log` (`at`) WHERE "log"."name" in ('purchase', 'refund');--> statement-breakpoint
CREATE TABLE `projections` (
	`name` text PRIMARY KEY NOT NULL,
	`through` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `products` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`category` text,
	`brand` text,
	`price` integer,
	`currency` text,
	`url` text NOT NULL,
	`image` text,
	`in_stock` integer NOT NULL,
	`added_at` integer NOT NULL
);
--> statement-breakpoint
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
CREATE TABLE `identities` (
	`event` text NOT NULL,
	`visitor` text NOT NULL,
	`key` text NOT NULL,
	`evidence` text NOT NULL,
	`at` integer NOT NULL,
	`joins` integer NOT NULL,
	`proof` text,
	PRIMARY KEY(`event`, `key`)
);
--> statement-breakpoint
CREATE INDEX `identities_key` ON `identities` (`key`);--> statement-breakpoint
CREATE INDEX `identities_visitor` ON `identities` (`visitor`);--> statement-breakpoint
CREATE INDEX `identities_proof` ON `identities` (`proof`) WHERE "identities"."proof" is not null;--> statement-breakpoint
CREATE TABLE `profiles` (
	`visitor` text PRIMARY KEY NOT NULL,
	`person` text NOT NULL,
	`who` text,
	`last_seen` integer NOT NULL,
	`body` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `profiles_person` ON `profiles` (`person`);--> statement-breakpoint
CREATE INDEX `profiles_last_seen` ON `profiles` (`last_seen`);--> statement-breakpoint
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
--> statement-breakpoint
CREATE TABLE `orders` (
	`id` text PRIMARY KEY NOT NULL,
	`visitor` text,
	`at` integer NOT NULL,
	`status` text,
	`currency` text,
	`gross` integer,
	`refunded` integer NOT NULL,
	`body` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `orders_visitor` ON `orders` (`visitor`,`at`);--> statement-breakpoint
CREATE INDEX `orders_at` ON `orders` (`at`);