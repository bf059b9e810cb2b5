CREATE TABLE `campaign_fates` (
	`day` text NOT NULL,
	`campaign` text NOT NULL,
	`fate` text NOT NULL,
	`count` integer NOT NULL,
	PRIMARY KEY(`day`, `campaign`, `fate`)
);
