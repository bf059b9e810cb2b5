CREATE TABLE `door_counts` (
	`day` integer NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`count` integer NOT NULL,
	`example` text,
	`last` integer NOT NULL,
	PRIMARY KEY(`day`, `kind`, `name`)
);
