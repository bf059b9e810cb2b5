CREATE TABLE `trait_sources` (
	`id` text PRIMARY KEY NOT NULL,
	`place` integer NOT NULL,
	`days` integer,
	`kept` integer NOT NULL,
	`refused` integer NOT NULL,
	`last_at` integer
);
--> statement-breakpoint
CREATE INDEX `log_told` ON `log` (`at`) WHERE "log"."name" = 'told';