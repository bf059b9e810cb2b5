ALTER TABLE `products` ADD `details` text;--> statement-breakpoint
ALTER TABLE `staged_products` ADD `details` text;