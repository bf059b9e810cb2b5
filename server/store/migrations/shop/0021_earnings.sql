CREATE TABLE `cart_adds` (
	`id` text NOT NULL,
	`product` text NOT NULL,
	`at` integer NOT NULL,
	`day` text NOT NULL,
	`visitor` text NOT NULL,
	PRIMARY KEY(`id`, `product`)
);
--> statement-breakpoint
CREATE INDEX `cart_adds_day` ON `cart_adds` (`day`);--> statement-breakpoint
CREATE TABLE `product_looks` (
	`day` text NOT NULL,
	`product` text NOT NULL,
	`looks` integer NOT NULL,
	PRIMARY KEY(`day`, `product`)
);
--> statement-breakpoint
CREATE TABLE `shelf_clicks` (
	`id` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`day` text NOT NULL,
	`visitor` text NOT NULL,
	`product` text NOT NULL,
	`decision` text NOT NULL,
	`slot` text NOT NULL,
	`recipe` text NOT NULL,
	`version` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `shelf_clicks_day` ON `shelf_clicks` (`day`);--> statement-breakpoint
CREATE TABLE `shelf_days` (
	`day` text NOT NULL,
	`slot` text NOT NULL,
	`recipe` text NOT NULL,
	`version` integer NOT NULL,
	`arm` text NOT NULL,
	`decisions` integer NOT NULL,
	`filled` integer NOT NULL,
	`views` integer NOT NULL,
	PRIMARY KEY(`day`, `slot`, `recipe`, `version`, `arm`)
);
--> statement-breakpoint
CREATE TABLE `shelf_draws` (
	`slot` text NOT NULL,
	`day` text NOT NULL,
	`visitor` text NOT NULL,
	`recipe` text NOT NULL,
	`share` integer NOT NULL,
	`arm` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`slot`, `day`, `visitor`, `recipe`, `share`, `arm`)
);
--> statement-breakpoint
CREATE TABLE `shelf_products` (
	`day` text NOT NULL,
	`slot` text NOT NULL,
	`recipe` text NOT NULL,
	`product` text NOT NULL,
	`shown` integer NOT NULL,
	PRIMARY KEY(`day`, `slot`, `recipe`, `product`)
);
--> statement-breakpoint
CREATE TABLE `shelf_waiting` (
	`event` text PRIMARY KEY NOT NULL,
	`decision` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `shelf_waiting_decision` ON `shelf_waiting` (`decision`);