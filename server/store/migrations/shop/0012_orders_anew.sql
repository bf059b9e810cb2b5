-- Orders know where they went and by which channel they came, which only the log can tell: what is made of it is made anew as the shop opens.
DELETE FROM profiles;
--> statement-breakpoint
DELETE FROM identities;
--> statement-breakpoint
DELETE FROM orders;
--> statement-breakpoint
DELETE FROM seen_products;
--> statement-breakpoint
DELETE FROM audience;
--> statement-breakpoint
DELETE FROM audience_acts;
--> statement-breakpoint
DELETE FROM audience_visitors;
--> statement-breakpoint
DELETE FROM people_words;
--> statement-breakpoint
DELETE FROM audience_traits;
--> statement-breakpoint
DELETE FROM audience_steps;
--> statement-breakpoint
DELETE FROM projections WHERE name IN ('profiles', 'audience');
