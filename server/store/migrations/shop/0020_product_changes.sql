CREATE TABLE `product_changes` (
	`product` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`body` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `product_changes_at` ON `product_changes` (`at`);