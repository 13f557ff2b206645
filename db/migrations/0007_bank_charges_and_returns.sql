CREATE TABLE "charge" (
	"invoice_id" text PRIMARY KEY NOT NULL,
	"profile" text,
	"bank" text,
	"agreement_code" text,
	"agreement_key" text DEFAULT '' NOT NULL,
	"account_key" text,
	"our_number" text,
	"our_number_key" text,
	"free_field" text,
	"digit_line" text,
	"pix_code" text,
	CONSTRAINT "charge_number_of_bank" CHECK ("charge"."our_number_key" is null or "charge"."bank" is not null)
);
--> statement-breakpoint
CREATE TABLE "our_number_counter" (
	"bank" text NOT NULL,
	"agreement_key" text NOT NULL,
	"next" bigint NOT NULL,
	CONSTRAINT "our_number_counter_bank_agreement_key_pk" PRIMARY KEY("bank","agreement_key")
);
--> statement-breakpoint
CREATE TABLE "return_file" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "return_file_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"sha256" text NOT NULL,
	"name" text,
	"bank" text NOT NULL,
	"layout" text NOT NULL,
	"agreement_code" text,
	"file_date" date,
	"file_number" text,
	"lines" integer NOT NULL,
	"titles" integer NOT NULL,
	"damaged_lines" integer NOT NULL,
	"has_trailer" boolean NOT NULL,
	"read_on" date NOT NULL,
	"read_by" text NOT NULL,
	"read_at" timestamp with time zone DEFAULT now() NOT NULL,
	"finished_at" timestamp with time zone,
	"settled" integer DEFAULT 0 NOT NULL,
	"ignored" integer DEFAULT 0 NOT NULL,
	"unmatched" integer DEFAULT 0 NOT NULL,
	"reversed" integer DEFAULT 0 NOT NULL,
	"spc_critiques" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "return_title" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "return_title_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"file" bigint NOT NULL,
	"line" integer NOT NULL,
	"agreement_code" text,
	"our_number" text NOT NULL,
	"document_number" text NOT NULL,
	"control" text NOT NULL,
	"code" text NOT NULL,
	"kind" text NOT NULL,
	"title_cents" bigint NOT NULL,
	"paid_cents" bigint NOT NULL,
	"gross_cents" bigint NOT NULL,
	"fee_cents" bigint NOT NULL,
	"interest_cents" bigint NOT NULL,
	"discount_cents" bigint NOT NULL,
	"abatement_cents" bigint NOT NULL,
	"due_date" date,
	"occurred_on" date,
	"credit_date" date,
	"paid_on" date NOT NULL,
	"event" text NOT NULL,
	"title_key" text NOT NULL,
	"outcome" text NOT NULL,
	"invoice_id" text,
	"customer_id" text,
	"payment" text,
	"charges_cents" bigint DEFAULT 0 NOT NULL,
	"spc_critiques" integer DEFAULT 0 NOT NULL,
	"left_over" boolean DEFAULT false NOT NULL,
	"assigned_by" text,
	"assigned_at" timestamp with time zone,
	"note" text
);
--> statement-breakpoint
ALTER TABLE "payment" DROP CONSTRAINT "payment_amount";--> statement-breakpoint
ALTER TABLE "payment" ADD COLUMN "reverses" text;--> statement-breakpoint
ALTER TABLE "payment_profile" ADD COLUMN "branch" text;--> statement-breakpoint
ALTER TABLE "payment_profile" ADD COLUMN "account" text;--> statement-breakpoint
ALTER TABLE "payment_profile" ADD COLUMN "unit" text;--> statement-breakpoint
ALTER TABLE "payment_profile" ADD COLUMN "city" text;--> statement-breakpoint
ALTER TABLE "payment_profile" ADD COLUMN "first_our_number" text;--> statement-breakpoint
ALTER TABLE "return_title" ADD CONSTRAINT "return_title_file_return_file_id_fk" FOREIGN KEY ("file") REFERENCES "public"."return_file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "charge_our_number" ON "charge" USING btree ("bank","our_number_key","agreement_key") WHERE our_number_key is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "return_file_content" ON "return_file" USING btree ("sha256");--> statement-breakpoint
CREATE UNIQUE INDEX "return_title_line" ON "return_title" USING btree ("file","line");--> statement-breakpoint
CREATE UNIQUE INDEX "return_title_event" ON "return_title" USING btree ("event") WHERE outcome <> 'duplicate';--> statement-breakpoint
CREATE INDEX "return_title_left_over" ON "return_title" USING btree ("id") WHERE left_over;--> statement-breakpoint
CREATE INDEX "return_title_paid" ON "return_title" USING btree ("title_key","id") WHERE payment is not null;--> statement-breakpoint
CREATE INDEX "return_title_payment" ON "return_title" USING btree ("payment") WHERE payment is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "payment_reversed_once" ON "payment" USING btree ("reverses") WHERE reverses is not null;--> statement-breakpoint
ALTER TABLE "payment" ADD CONSTRAINT "payment_amount" CHECK (case when "payment"."reverses" is null
        then "payment"."amount_cents" > 0 and "payment"."applied_cents" >= 0 and "payment"."applied_cents" <= "payment"."amount_cents"
        else "payment"."amount_cents" < 0 and "payment"."applied_cents" <= 0 and "payment"."applied_cents" >= "payment"."amount_cents" end);