CREATE TABLE "daily_total_move" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "daily_total_move_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"customer_id" text NOT NULL,
	"city" text
);
--> statement-breakpoint
CREATE TABLE "daily_total_position" (
	"one" integer PRIMARY KEY DEFAULT 1 NOT NULL,
	"event_id" bigint NOT NULL,
	CONSTRAINT "daily_total_position_one" CHECK ("daily_total_position"."one" = 1)
);
--> statement-breakpoint
CREATE INDEX "daily_total_move_customer" ON "daily_total_move" USING btree ("customer_id","id");