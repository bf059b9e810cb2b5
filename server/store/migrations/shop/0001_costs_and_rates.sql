CREATE TABLE `product_costs` (
	`product` text NOT NULL,
	`since` integer NOT NULL,
	`cost` integer NOT NULL,
	`currency` text NOT NULL,
	PRIMARY KEY(`product`, `since`)
);
--> statement-breakpoint
CREATE TABLE `rates` (
	`currency` text NOT NULL,
	`day` text NOT NULL,
	`rate` real NOT NULL,
	PRIMARY KEY(`currency`, `day`)
);
--> statement-breakpoint
ALTER TABLE `products` ADD `cost` integer;--> statement-breakpoint
ALTER TABLE `products` ADD `cost_currency` text;--> statement-breakpoint
ALTER TABLE `staged_products` ADD `cost` integer;--> statement-breakpoint
ALTER TABLE `staged_products` ADD `cost_currency` text;