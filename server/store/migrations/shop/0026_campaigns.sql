CREATE TABLE `campaign_versions` (
	`campaign` text NOT NULL,
	`version` integer NOT NULL,
	`body` text NOT NULL,
	`at` integer NOT NULL,
	`by` text NOT NULL,
	`note` text NOT NULL,
	PRIMARY KEY(`campaign`, `version`)
);
