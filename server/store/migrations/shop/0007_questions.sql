CREATE TABLE `questions` (
	`key` text PRIMARY KEY NOT NULL,
	`place` integer NOT NULL,
	`body` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `log_answers` ON `log` (`at`) WHERE "log"."name" = 'answer';