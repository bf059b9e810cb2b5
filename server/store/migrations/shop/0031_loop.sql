CREATE TABLE `loop_marks` (
	`day` text NOT NULL,
	`visitor` text NOT NULL,
	`mark` text NOT NULL,
	`of` text NOT NULL,
	`first` integer NOT NULL,
	`last` integer NOT NULL,
	`count` integer NOT NULL,
	PRIMARY KEY(`day`, `visitor`, `mark`, `of`)
);
--> statement-breakpoint
CREATE TABLE `loop_tasks` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`body` text NOT NULL,
	`by` text NOT NULL,
	`at` integer NOT NULL
);
