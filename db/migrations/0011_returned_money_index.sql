DROP INDEX "return_title_paid";--> statement-breakpoint
CREATE INDEX "return_title_money" ON "return_title" USING btree ("title_key","id") WHERE kind in ('settled', 'partial');--> statement-breakpoint
CREATE INDEX "connection_blocked" ON "connection" USING btree ("customer_id") WHERE status = 'blocked';