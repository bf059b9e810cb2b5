CREATE TABLE `__new_shelf_draws` (
	`slot` text NOT NULL,
	`day` text NOT NULL,
	`visitor` text NOT NULL,
	`recipe` text NOT NULL,
	`share` integer NOT NULL,
	`instead` text DEFAULT 'own' NOT NULL,
	`arm` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`slot`, `day`, `visitor`, `recipe`, `share`, `instead`, `arm`)
);
--> statement-breakpoint
INSERT INTO `__new_shelf_draws`("slot", "day", "visitor", "recipe", "share", "instead", "arm", "at") SELECT "slot", "day", "visitor", "recipe", "share", 'own', "arm", "at" FROM `shelf_draws`;--> statement-breakpoint
DROP TABLE `shelf_draws`;--> statement-breakpoint
ALTER TABLE `__new_shelf_draws` RENAME TO `shelf_draws`;