CREATE TABLE `keys` (
	`id` text PRIMARY KEY NOT NULL,
	`shop` text NOT NULL,
	`name` text NOT NULL,
	`hash` text NOT NULL,
	`ending` text NOT NULL,
	`created_at` integer NOT NULL,
	`last_used_at` integer,
	`revoked_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `keys_hash_unique` ON `keys` (`hash`);--> statement-breakpoint
CREATE INDEX `keys_shop` ON `keys` (`shop`);--> statement-breakpoint
CREATE TABLE `webhooks` (
	`shop` text NOT NULL,
	`platform` text NOT NULL,
	`secret` text NOT NULL,
	`last_at` integer,
	PRIMARY KEY(`shop`, `platform`)
);
