CREATE TABLE `audience` (
	`bucket` integer NOT NULL,
	`person` text NOT NULL,
	`visitor` text NOT NULL,
	`country` text,
	`region` text,
	`language` text,
	`device` text,
	`browser` text,
	`system` text,
	`first_source` text,
	`first_medium` text,
	`first_campaign` text,
	`first_channel` text,
	`source` text,
	`medium` text,
	`campaign` text,
	`channel` text,
	`known_customer` integer NOT NULL,
	`allows_statistics` integer NOT NULL,
	`allows_personalisation` integer NOT NULL,
	`allows_marketing` integer NOT NULL,
	`page_views` integer NOT NULL,
	`orders` integer NOT NULL,
	`gross` integer NOT NULL,
	`net` integer NOT NULL,
	`average_order` integer,
	`cart_pieces` integer NOT NULL,
	`cart_value` integer NOT NULL,
	`first_seen` integer NOT NULL,
	`last_seen` integer NOT NULL,
	`last_order` integer,
	`cart_at` integer,
	`likes` text NOT NULL,
	`viewed` text NOT NULL,
	`bought` text NOT NULL,
	PRIMARY KEY(`bucket`, `person`)
);
--> statement-breakpoint
CREATE TABLE `audience_acts` (
	`bucket` integer NOT NULL,
	`person` text NOT NULL,
	`act` text NOT NULL,
	`day` integer NOT NULL,
	`count` integer NOT NULL,
	PRIMARY KEY(`bucket`, `person`, `act`, `day`)
);
--> statement-breakpoint
CREATE TABLE `audience_visitors` (
	`visitor` text PRIMARY KEY NOT NULL,
	`person` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `audience_visitors_person` ON `audience_visitors` (`person`);--> statement-breakpoint
CREATE TABLE `segments` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`rule` text NOT NULL,
	`created_at` integer NOT NULL,
	`changed_at` integer NOT NULL
);
