CREATE INDEX "spc_expiring" ON "spc_record" USING btree ("expires_on") WHERE removed_on is null;--> statement-breakpoint
CREATE INDEX "payment_day" ON "payment" USING brin ("paid_at");--> statement-breakpoint
CREATE INDEX "event_day" ON "event" USING brin ("on_date");