CREATE TABLE `order_forms` (
	`id` integer PRIMARY KEY NOT NULL,
	`body` text NOT NULL,
	`by` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `log_order_forms` ON `log` (`at`) WHERE "log"."name" = 'order_form';