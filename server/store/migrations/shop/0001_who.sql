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
CREATE INDEX `orders_at` ON `orders` (`at`);--> statement-breakpoint
DROP TABLE `identities`;--> statement-breakpoint
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
-- Projections of another shape: empty, they are made again from the log when the shop is opened.
DELETE FROM `profiles`;--> statement-breakpoint
DELETE FROM `projections`;
