CREATE TABLE `cost_rules` (
	`rule` text NOT NULL,
	`since` text NOT NULL,
	`name` text NOT NULL,
	`per` text NOT NULL,
	`channel` text,
	`amount` integer,
	`by` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`rule`, `since`)
);
