ALTER TABLE "letter_dispatches" ADD COLUMN "submitted_frame" jsonb;--> statement-breakpoint
UPDATE letter_dispatches x SET submitted_frame = jsonb_build_object('office-name', x.recipient_name, 'office-email', x.recipient_email,
  'office-postal', r.postal_address, 'title', c.title, 'operator', c.operator, 'postal-address', c.postal_address,
  'sender-name', c.sender_name, 'sender-address', c.sender_address,
  'reply-to', coalesce(c.reply_to, c.contact_email), 'funding', c.funding_line)
FROM letter_recipients r, campaigns c
WHERE x.submitted_at IS NOT NULL AND r.id = x.recipient_id AND c.id = x.campaign_id;
