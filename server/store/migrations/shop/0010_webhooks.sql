CREATE TABLE `deliveries` (
	`id` integer PRIMARY KEY NOT NULL,
	`endpoint` text NOT NULL,
	`message` text NOT NULL,
	`visitor` text NOT NULL,
	`body` text NOT NULL,
	`at` integer NOT NULL,
	`took` integer NOT NULL,
	`status` integer,
	`answer` text NOT NULL,
	`next_at` integer
);
--> statement-breakpoint
CREATE INDEX `deliveries_endpoint` ON `deliveries` (`endpoint`,`id`);--> statement-breakpoint
CREATE TABLE `endpoints` (
	`id` text PRIMARY KEY NOT NULL,
	`segment` text NOT NULL,
	`url` text NOT NULL,
	`secret` text NOT NULL,
	`old_secret` text,
	`old_until` integer,
	`created_at` integer NOT NULL,
	`failing_since` integer,
	`off_at` integer
);
--> statement-breakpoint
CREATE INDEX `endpoints_segment` ON `endpoints` (`segment`);--> statement-breakpoint
CREATE TABLE `outbox` (
	`id` integer PRIMARY KEY NOT NULL,
	`message` text NOT NULL,
	`endpoint` text NOT NULL,
	`visitor` text NOT NULL,
	`body` text NOT NULL,
	`attempts` integer NOT NULL,
	`due_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `outbox_due` ON `outbox` (`due_at`);--> statement-breakpoint
CREATE INDEX `outbox_endpoint` ON `outbox` (`endpoint`);