CREATE TABLE `audience_basis` (
	`name` text PRIMARY KEY NOT NULL,
	`body` text NOT NULL,
	`made` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `audience_steps` (
	`bucket` integer NOT NULL,
	`person` text NOT NULL,
	`act` text NOT NULL,
	`at` integer NOT NULL,
	`category` text NOT NULL,
	PRIMARY KEY(`bucket`, `person`, `act`, `at`, `category`)
);
--> statement-breakpoint
CREATE TABLE `audience_traits` (
	`bucket` integer NOT NULL,
	`person` text NOT NULL,
	`trait` text NOT NULL,
	`value` text NOT NULL,
	`number` real,
	PRIMARY KEY(`bucket`, `person`, `trait`, `value`)
);
--> statement-breakpoint
ALTER TABLE `audience` ADD `liked_brands` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `audience` ADD `price_band` integer;--> statement-breakpoint
ALTER TABLE `audience` ADD `customer_group` text DEFAULT 'prospects' NOT NULL;--> statement-breakpoint
ALTER TABLE `audience` ADD `alive` integer;--> statement-breakpoint
ALTER TABLE `audience` ADD `expected_orders` real;--> statement-breakpoint
ALTER TABLE `audience` ADD `expected_value` integer;--> statement-breakpoint
ALTER TABLE `audience` ADD `next_order_in` integer;--> statement-breakpoint
DELETE FROM profiles;
--> statement-breakpoint
DELETE FROM identities;
--> statement-breakpoint
DELETE FROM orders;
--> statement-breakpoint
DELETE FROM seen_products;
--> statement-breakpoint
DELETE FROM audience;
--> statement-breakpoint
DELETE FROM audience_acts;
--> statement-breakpoint
DELETE FROM audience_visitors;
--> statement-breakpoint
DELETE FROM people_words;
--> statement-breakpoint
DELETE FROM projections WHERE name IN ('profiles', 'audience');
