CREATE TABLE `model_parts` (
	`keeping` integer NOT NULL,
	`part` integer NOT NULL,
	`parts` integer NOT NULL,
	`body` text NOT NULL,
	PRIMARY KEY(`keeping`, `part`)
);
