CREATE TABLE `campaign_shares` (
	`campaign` text NOT NULL,
	`version` integer NOT NULL,
	`at` integer NOT NULL,
	`shares` text NOT NULL,
	PRIMARY KEY(`campaign`, `version`, `at`)
);
--> statement-breakpoint
CREATE TABLE `campaign_days` (
	`campaign` text NOT NULL,
	`day` text NOT NULL,
	`arm` text NOT NULL,
	`views` integer NOT NULL,
	`clicks` integer NOT NULL,
	`dismissals` integer NOT NULL,
	PRIMARY KEY(`campaign`, `day`, `arm`)
);
--> statement-breakpoint
CREATE TABLE `campaign_draws` (
	`campaign` text NOT NULL,
	`visitor` text NOT NULL,
	`arm` text NOT NULL,
	`version` integer NOT NULL,
	`propensity` real NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`campaign`, `visitor`, `arm`)
);
--> statement-breakpoint
CREATE INDEX `campaign_draws_at` ON `campaign_draws` (`at`);