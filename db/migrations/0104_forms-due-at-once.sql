ALTER TABLE "waiting_forms" ALTER COLUMN "due_at" SET DEFAULT now();
