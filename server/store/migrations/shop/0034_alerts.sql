CREATE TABLE `alerts` (
	`product` text NOT NULL,
	`of` text NOT NULL,
	`visitor` text NOT NULL,
	`event` text NOT NULL,
	`at` integer NOT NULL,
	`price` integer,
	`currency` text,
	`email` text,
	`agreed` text,
	`language` text,
	PRIMARY KEY(`product`, `of`, `visitor`)
);
--> statement-breakpoint
CREATE INDEX `alerts_visitor` ON `alerts` (`visitor`);