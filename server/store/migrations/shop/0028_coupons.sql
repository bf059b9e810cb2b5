CREATE TABLE `coupon_codes` (
	`code` text PRIMARY KEY NOT NULL,
	`list` text NOT NULL,
	`visitor` text,
	`at` integer
);
--> statement-breakpoint
CREATE INDEX `coupon_free` ON `coupon_codes` (`list`,`code`) WHERE "coupon_codes"."visitor" is null;--> statement-breakpoint
CREATE INDEX `coupon_taken` ON `coupon_codes` (`visitor`,`list`) WHERE "coupon_codes"."visitor" is not null;