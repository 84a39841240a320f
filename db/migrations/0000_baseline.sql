-- The schema of 0.2.0, as pg_dump writes it. Functions and triggers are in db/functions.
-- Names and addresses are searched by any three letters of them; pg_trgm is a trusted extension.
CREATE EXTENSION IF NOT EXISTS pg_trgm;

CREATE TYPE ballot_item_status AS ENUM ('proposed', 'filed', 'challenged', 'excluded', 'withdrawn', 'on_ballot', 'voted');
CREATE TYPE campaign_status AS ENUM ('draft', 'open', 'closed');
CREATE TYPE claim_kind AS ENUM ('reported', 'record', 'company_statement', 'opinion');
CREATE TYPE claim_section AS ENUM ('thesis', 'people', 'reported', 'company', 'acted', 'image', 'matters', 'ask', 'conclusion');
CREATE TYPE co_filer_state AS ENUM ('interested', 'documents_asked', 'received', 'accepted', 'declined');
CREATE TYPE consent_purpose AS ENUM ('sign', 'updates', 'deliver_to_company', 'public_name', 'contact_cofile', 'pledge', 'letter', 'reply_to', 'deliver_letter');
CREATE TYPE date_precision AS ENUM ('day', 'month', 'year', 'by_month');
CREATE TYPE email_batch_state AS ENUM ('queued', 'frozen', 'accepted', 'failed', 'unknown', 'split', 'skipped');
CREATE TYPE email_lane AS ENUM ('asked', 'free', 'bulk');
CREATE TYPE email_state AS ENUM ('queued', 'claimed', 'accepted', 'delivered', 'delayed', 'bounced', 'complained', 'suppressed', 'skipped', 'failed', 'unknown');
CREATE TYPE email_template AS ENUM ('confirm-signature', 'confirm-reminder', 'already-signed', 'receipt', 'manage-link', 'organizer-code', 'update', 'update-test', 'update-paused', 'confirm-pledge', 'confirm-pledge-reminder', 'already-pledged', 'pledge-receipt', 'pledge-reminder', 'confirm-letter', 'confirm-letter-reminder', 'already-written', 'letter-receipt', 'letter-held', 'letter-released', 'letter-refused', 'letter-sent', 'letter-replied', 'letter-part', 'dispatch-waits', 'dispatch-paused', 'ask-name', 'organizer-invitation', 'petition-changed', 'approver-changed', 'notice-held', 'codes-asked', 'refusals-many', 'approval-asked', 'approval-sent-back', 'approval-withdrawn');
CREATE TYPE fund_outcome AS ENUM ('supports', 'declines', 'no_position', 'no_answer', 'policy', 'not_yet', 'not_sent', 'unknown');
CREATE TYPE holding_form AS ENUM ('registered', 'broker', 'foreign_broker', 'employee_plan', 'ira_brokerage', 'unsure');
CREATE TYPE import_state AS ENUM ('receiving', 'received', 'trying', 'tried', 'importing', 'imported', 'cancelled', 'failed', 'undoing', 'undone');
CREATE TYPE letter_dispatch_kind AS ENUM ('consolidated', 'individual');
CREATE TYPE letter_dispatch_state AS ENUM ('draft', 'sending', 'paused', 'sent', 'cancelled');
CREATE TYPE letter_publication AS ENUM ('private', 'awaiting', 'published', 'hidden');
CREATE TYPE letter_role AS ENUM ('customer', 'shareholder', 'neighbour', 'touched');
CREATE TYPE letter_state AS ENUM ('email_pending', 'confirmed', 'queued', 'filed', 'sent', 'accepted', 'bounced', 'unknown', 'withdrawn', 'refused');
CREATE TYPE meeting_status AS ENUM ('expected', 'announced', 'open', 'closed', 'results');
CREATE TYPE name_review_state AS ENUM ('queued', 'kept', 'hidden', 'asked');
CREATE TYPE organizer_role AS ENUM ('owner', 'organizer', 'reviewer', 'exporter', 'viewer');
CREATE TYPE pledge_kind AS ENUM ('direct', 'fund', 'institution');
CREATE TYPE pledge_outcome AS ENUM ('voted_as_pledged', 'voted_otherwise', 'did_not_vote', 'unknown', 'voted');
CREATE TYPE pledge_status AS ENUM ('email_pending', 'active', 'withdrawn', 'expired', 'superseded', 'flagged');
CREATE TYPE pledge_verification AS ENUM ('self_reported', 'email_confirmed', 'document_checked', 'broker_letter');
CREATE TYPE proposer AS ENUM ('company', 'shareholder');
CREATE TYPE record_date_holding AS ENUM ('yes', 'no', 'unsure', 'not_applicable');
CREATE TYPE reminder_kind AS ENUM ('record-date-21', 'record-date-5', 'ballot-open', 'vote-by-14', 'vote-by-3', 'vote-by-1', 'meeting-day', 'outcome', 'tier-unlocks', 'proposal-deadline-60', 'proposal-deadline-30', 'fund-letter-14', 'fund-letter-outcome', 'vote-tomorrow');
CREATE TYPE reminder_state AS ENUM ('scheduled', 'queued', 'cancelled', 'missed');
CREATE TYPE signature_display AS ENUM ('anonymous', 'initials', 'public');
CREATE TYPE signature_proof AS ENUM ('not-asked', 'solved', 'went-on');
CREATE TYPE signature_review_state AS ENUM ('queued', 'kept', 'invalidated');
CREATE TYPE signature_state AS ENUM ('pending', 'confirmed', 'withdrawn', 'invalidated', 'imported', 'quarantined');
CREATE TYPE standing_instruction AS ENUM ('yes', 'no', 'unsure');
CREATE TYPE suppression_reason AS ENUM ('never', 'hard_bounce', 'complaint');
CREATE TYPE tenure_bucket AS ENUM ('under_1_year', '1_to_2_years', '2_to_3_years', '3_years_or_more', 'unsure');
CREATE TYPE trace_group_kind AS ENUM ('block', 'domain', 'series', 'alias', 'name', 'relay');
CREATE TYPE update_state AS ENUM ('draft', 'scheduled', 'sending', 'paused', 'sent', 'cancelled');
CREATE TYPE vote_intention AS ENUM ('for', 'against', 'abstain', 'undecided');
CREATE TYPE waiting_form_kind AS ENUM ('manage-link', 'resend', 'pledge', 'letter', 'signature');
CREATE TYPE willingness AS ENUM ('cofile', 'attend', 'ask_question', 'write_ir', 'media');

CREATE TABLE activity_hours (
  campaign_id integer NOT NULL,
  measure text NOT NULL,
  hour timestamp with time zone NOT NULL,
  value text DEFAULT ''::text NOT NULL,
  slot smallint NOT NULL,
  n integer NOT NULL,
  CONSTRAINT activity_hours_slot CHECK (((slot >= 0) AND (slot <= 15))),
  CONSTRAINT activity_hours_value_length CHECK ((char_length(value) <= 100)),
  CONSTRAINT activity_hours_whole CHECK (((EXTRACT(epoch FROM hour) % (3600)::numeric) = (0)::numeric))
)
WITH (fillfactor='70');

CREATE TABLE address_day_keys (
  day date NOT NULL,
  key bytea NOT NULL,
  CONSTRAINT address_day_keys_are_256_bits CHECK ((octet_length(key) = 32))
);

CREATE TABLE api_tokens (
  id bigint NOT NULL,
  public_id uuid DEFAULT gen_random_uuid() NOT NULL,
  campaign_id integer NOT NULL,
  organizer_id uuid NOT NULL,
  name text NOT NULL,
  token_hash bytea NOT NULL,
  scopes text[] NOT NULL,
  created_at timestamp with time zone DEFAULT now() NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  revoked_at timestamp with time zone,
  last_used_on date,
  CONSTRAINT api_tokens_end CHECK ((expires_at > created_at)),
  CONSTRAINT api_tokens_hash_length CHECK ((octet_length(token_hash) = 32)),
  CONSTRAINT api_tokens_name_length CHECK (((char_length(name) >= 1) AND (char_length(name) <= 80))),
  CONSTRAINT api_tokens_scopes_given CHECK ((cardinality(scopes) > 0))
);

ALTER TABLE api_tokens ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (SEQUENCE NAME api_tokens_id_seq START WITH 1 INCREMENT BY 1 NO MINVALUE NO MAXVALUE CACHE 1);

CREATE TABLE approval_requests (
  id bigint NOT NULL,
  campaign_id integer NOT NULL,
  kind text NOT NULL,
  subject uuid NOT NULL,
  number integer,
  asked_by_id uuid,
  asked_at timestamp with time zone NOT NULL,
  sent_back_by_id uuid,
  sent_back_at timestamp with time zone,
  reason text,
  sent_back_to uuid[] DEFAULT '{}'::uuid[] NOT NULL,
  dealt_at timestamp with time zone,
  CONSTRAINT approval_requests_dealt_was_sent_back CHECK (((sent_back_at IS NOT NULL) OR (dealt_at IS NULL))),
  CONSTRAINT approval_requests_kind_is_a_code CHECK ((kind ~ '^[a-z-]{1,32}$'::text)),
  CONSTRAINT approval_requests_reason_given CHECK (((sent_back_at IS NOT NULL) OR (reason IS NULL))),
  CONSTRAINT approval_requests_reason_length CHECK (((char_length(reason) >= 1) AND (char_length(reason) <= 1000)))
);

ALTER TABLE approval_requests ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (SEQUENCE NAME approval_requests_id_seq START WITH 1 INCREMENT BY 1 NO MINVALUE NO MAXVALUE CACHE 1);

CREATE TABLE audit_entries (
  id bigint NOT NULL,
  at timestamp with time zone DEFAULT now() NOT NULL,
  actor text NOT NULL,
  action text NOT NULL,
  campaign_id integer,
  subject uuid,
  detail jsonb DEFAULT '{}'::jsonb NOT NULL,
  from_hash bytea,
  CONSTRAINT audit_entries_action_shape CHECK ((action ~ '^[a-z]+(-[a-z]+)*$'::text)),
  CONSTRAINT audit_entries_actor_shape CHECK ((actor ~ '^(organizer:[0-9a-f-]{36}|operator|supporter|system)$'::text)),
  CONSTRAINT audit_entries_from_hash_length CHECK ((octet_length(from_hash) = 8))
);

ALTER TABLE audit_entries ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (SEQUENCE NAME audit_entries_id_seq START WITH 1 INCREMENT BY 1 NO MINVALUE NO MAXVALUE CACHE 1);

CREATE TABLE audit_seals (
  id bigint NOT NULL,
  from_id bigint NOT NULL,
  to_id bigint NOT NULL,
  sha256 bytea NOT NULL,
  previous bytea NOT NULL,
  sealed_at timestamp with time zone DEFAULT now() NOT NULL,
  form smallint DEFAULT 2 NOT NULL
);

ALTER TABLE audit_seals ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (SEQUENCE NAME audit_seals_id_seq START WITH 1 INCREMENT BY 1 NO MINVALUE NO MAXVALUE CACHE 1);

CREATE TABLE ballot_items (
  id integer NOT NULL,
  meeting_id integer NOT NULL,
  number smallint,
  title text NOT NULL,
  proponent text,
  board_recommendation text,
  campaign_recommendation text,
  status ballot_item_status NOT NULL,
  votes_for bigint,
  votes_against bigint,
  votes_abstain bigint,
  broker_non_votes bigint,
  reported_result text,
  as_of date,
  source_url text,
  verified_at timestamp with time zone,
  verified_by text,
  proposed_by proposer,
  CONSTRAINT ballot_items_source_is_https CHECK ((source_url ~ '^https://'::text)),
  CONSTRAINT ballot_items_verified_by_someone CHECK (((verified_at IS NULL) = (verified_by IS NULL))),
  CONSTRAINT ballot_items_votes_are_counts CHECK ((LEAST(votes_for, votes_against, votes_abstain, broker_non_votes) >= 0))
);

ALTER TABLE ballot_items ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (SEQUENCE NAME ballot_items_id_seq START WITH 1 INCREMENT BY 1 NO MINVALUE NO MAXVALUE CACHE 1);

CREATE TABLE bulk_days (
  day date NOT NULL,
  handed_over integer DEFAULT 0 NOT NULL
);

CREATE TABLE bulk_invalidated (
  bulk_id bigint NOT NULL,
  signature_id bigint NOT NULL,
  was_state signature_state NOT NULL
);

CREATE TABLE bulk_invalidations (
  id bigint NOT NULL,
  public_id uuid DEFAULT gen_random_uuid() NOT NULL,
  campaign_id integer NOT NULL,
  number integer NOT NULL,
  conditions jsonb NOT NULL,
  up_to_id bigint NOT NULL,
  matched integer,
  note text,
  asked_by_id uuid,
  asked_at timestamp with time zone DEFAULT now() NOT NULL,
  approved_by_id uuid,
  approved_at timestamp with time zone,
  approved_alone boolean DEFAULT false NOT NULL,
  done_to_id bigint DEFAULT 0 NOT NULL,
  invalidated integer DEFAULT 0 NOT NULL,
  finished_at timestamp with time zone,
  cancelled_at timestamp with time zone,
  undo_asked_at timestamp with time zone,
  undone_at timestamp with time zone,
  undo_asked_by_id uuid,
  correction_id bigint,
  CONSTRAINT bulk_invalidations_approved_before_done CHECK (((approved_at IS NOT NULL) OR ((invalidated = 0) AND (finished_at IS NULL)))),
  CONSTRAINT bulk_invalidations_counted_before_approved CHECK (((approved_at IS NULL) OR (matched IS NOT NULL))),
  CONSTRAINT bulk_invalidations_never_approved_by_who_asked CHECK ((approved_alone OR (approved_by_id IS DISTINCT FROM asked_by_id) OR (approved_by_id IS NULL))),
  CONSTRAINT bulk_invalidations_note_length CHECK (((char_length(note) >= 1) AND (char_length(note) <= 1000))),
  CONSTRAINT bulk_invalidations_undone_once_over CHECK (((undo_asked_at IS NULL) OR (finished_at IS NOT NULL) OR (cancelled_at IS NOT NULL)))
);

ALTER TABLE bulk_invalidations ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (SEQUENCE NAME bulk_invalidations_id_seq START WITH 1 INCREMENT BY 1 NO MINVALUE NO MAXVALUE CACHE 1);

CREATE TABLE campaign_changes (
  id bigint NOT NULL,
  campaign_id integer NOT NULL,
  at timestamp with time zone NOT NULL,
  actor text NOT NULL,
  thing text NOT NULL,
  thing_id bigint,
  field text NOT NULL,
  before jsonb,
  after jsonb,
  stage text DEFAULT 'public'::text NOT NULL,
  CONSTRAINT campaign_changes_actor_shape CHECK ((actor ~ '^(organizer:[0-9a-f-]{36}|operator)$'::text)),
  CONSTRAINT campaign_changes_stage_known CHECK ((stage = ANY (ARRAY['draft'::text, 'public'::text]))),
  CONSTRAINT campaign_changes_thing_known CHECK ((thing = ANY (ARRAY['campaign'::text, 'claim'::text, 'petition'::text, 'correction'::text, 'requests'::text, 'translation'::text])))
);

ALTER TABLE campaign_changes ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (SEQUENCE NAME campaign_changes_id_seq START WITH 1 INCREMENT BY 1 NO MINVALUE NO MAXVALUE CACHE 1);

CREATE TABLE campaign_closings (
  id bigint NOT NULL,
  public_id uuid DEFAULT gen_random_uuid() NOT NULL,
  campaign_id integer NOT NULL,
  retention_months smallint NOT NULL,
  asked_by_id uuid,
  asked_at timestamp with time zone NOT NULL,
  approved_by_id uuid,
  approved_at timestamp with time zone,
  approved_alone boolean DEFAULT false NOT NULL,
  withdrawn_at timestamp with time zone,
  due jsonb DEFAULT '{}'::jsonb NOT NULL,
  CONSTRAINT campaign_closings_ended_once CHECK (((approved_at IS NULL) OR (withdrawn_at IS NULL))),
  CONSTRAINT campaign_closings_months CHECK (((retention_months >= 1) AND (retention_months <= 24))),
  CONSTRAINT campaign_closings_never_approved_by_who_asked CHECK ((approved_alone OR (approved_by_id IS NULL) OR (approved_by_id IS DISTINCT FROM asked_by_id)))
);

ALTER TABLE campaign_closings ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (SEQUENCE NAME campaign_closings_id_seq START WITH 1 INCREMENT BY 1 NO MINVALUE NO MAXVALUE CACHE 1);

CREATE TABLE campaign_companies (
  campaign_id integer NOT NULL,
  company_id integer NOT NULL,
  place smallint NOT NULL,
  meeting_id integer,
  owners_line_until date,
  CONSTRAINT campaign_companies_place_counts CHECK ((place >= 1))
);

CREATE TABLE campaign_counts (
  campaign_id integer NOT NULL,
  slot smallint NOT NULL,
  pending integer DEFAULT 0 NOT NULL,
  confirmed integer DEFAULT 0 NOT NULL,
  withdrawn integer DEFAULT 0 NOT NULL,
  invalidated integer DEFAULT 0 NOT NULL,
  erased integer DEFAULT 0 NOT NULL,
  imported integer DEFAULT 0 NOT NULL,
  on_paper integer DEFAULT 0 NOT NULL,
  quarantined integer DEFAULT 0 NOT NULL,
  paper_erased integer DEFAULT 0 NOT NULL,
  CONSTRAINT campaign_counts_slot CHECK (((slot >= 0) AND (slot <= 15)))
);

CREATE TABLE campaign_milestones (
  campaign_id integer NOT NULL,
  signatures integer NOT NULL,
  reached_at timestamp with time zone NOT NULL,
  CONSTRAINT campaign_milestones_positive CHECK ((signatures > 0))
);

CREATE TABLE campaign_organizers (
  campaign_id integer NOT NULL,
  organizer_id uuid NOT NULL,
  role organizer_role NOT NULL,
  created_at timestamp with time zone DEFAULT now() NOT NULL,
  rights text[] NOT NULL
);

CREATE TABLE campaign_translations (
  campaign_id integer NOT NULL,
  locale text NOT NULL,
  original_sha256 bytea NOT NULL,
  original text NOT NULL,
  translation text,
  draft text,
  version integer DEFAULT 1 NOT NULL,
  drafted_by text,
  CONSTRAINT campaign_translations_given CHECK ((translation <> ''::text)),
  CONSTRAINT campaign_translations_of_its_original CHECK ((original_sha256 = sha256(convert_to(original, 'UTF8'::name)))),
  CONSTRAINT campaign_translations_says_something CHECK (((num_nonnulls(translation, NULLIF(draft, ''::text)) > 0) AND (draft <> ''::text)))
);

CREATE TABLE campaigns (
  id integer NOT NULL,
  slug text NOT NULL,
  target_id integer NOT NULL,
  title text NOT NULL,
  eyebrow text NOT NULL,
  standfirst text NOT NULL,
  status campaign_status DEFAULT 'draft'::campaign_status NOT NULL,
  featured boolean DEFAULT false NOT NULL,
  petition_version integer DEFAULT 1 NOT NULL,
  goal_steps integer[] NOT NULL,
  operator text,
  postal_address text,
  contact_email text,
  privacy_contact text,
  funding_line text,
  opened_at timestamp with time zone,
  closed_at timestamp with time zone,
  created_at timestamp with time zone DEFAULT now() NOT NULL,
  languages text[] DEFAULT '{en}'::text[] NOT NULL,
  frozen_at timestamp with time zone,
  frozen_by text,
  version integer DEFAULT 1 NOT NULL,
  share_texts jsonb DEFAULT '{}'::jsonb NOT NULL,
  sender_name text,
  retention_months smallint DEFAULT 12 NOT NULL,
  personal_erased_at timestamp with time zone,
  final_counts jsonb,
  draft jsonb,
  sender_address text,
  reply_to text,
  erasing_since timestamp with time zone,
  method text,
  care text,
  offered_languages text[] DEFAULT '{}'::text[] NOT NULL,
  handover_on date,
  picture jsonb,
  CONSTRAINT campaigns_closed_has_time CHECK (((status = 'closed'::campaign_status) = (closed_at IS NOT NULL))),
  CONSTRAINT campaigns_erased_after_closing CHECK (((personal_erased_at IS NULL) OR (closed_at IS NOT NULL))),
  CONSTRAINT campaigns_erasing_after_closing CHECK (((erasing_since IS NULL) OR (closed_at IS NOT NULL))),
  CONSTRAINT campaigns_frozen_by_somebody CHECK (((frozen_at IS NULL) = (frozen_by IS NULL))),
  CONSTRAINT campaigns_goal_steps_given CHECK ((cardinality(goal_steps) > 0)),
  CONSTRAINT campaigns_languages_given CHECK ((cardinality(languages) > 0)),
  CONSTRAINT campaigns_retention_months CHECK (((retention_months >= 1) AND (retention_months <= 24))),
  CONSTRAINT campaigns_slug_shape CHECK ((slug ~ '^[a-z0-9]([a-z0-9-]{1,62})[a-z0-9]$'::text))
);

ALTER TABLE campaigns ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (SEQUENCE NAME campaigns_id_seq START WITH 1 INCREMENT BY 1 NO MINVALUE NO MAXVALUE CACHE 1);

CREATE TABLE claim_removals (
  id bigint NOT NULL,
  campaign_id integer NOT NULL,
  at timestamp with time zone NOT NULL,
  actor text NOT NULL,
  deleted jsonb NOT NULL,
  withdrawn jsonb NOT NULL,
  offered text[] NOT NULL,
  CONSTRAINT claim_removals_actor_shape CHECK ((actor ~ '^(organizer:[0-9a-f-]{36}|operator)$'::text)),
  CONSTRAINT claim_removals_deleted_is_a_list CHECK ((jsonb_typeof(deleted) = 'array'::text)),
  CONSTRAINT claim_removals_withdrawn_is_a_list CHECK ((jsonb_typeof(withdrawn) = 'array'::text))
);

ALTER TABLE claim_removals ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (SEQUENCE NAME claim_removals_id_seq START WITH 1 INCREMENT BY 1 NO MINVALUE NO MAXVALUE CACHE 1);

CREATE TABLE claims (
  id bigint NOT NULL,
  campaign_id integer NOT NULL,
  "position" smallint NOT NULL,
  section claim_section NOT NULL,
  kind claim_kind NOT NULL,
  text text NOT NULL,
  quotation text,
  attribution text NOT NULL,
  publisher text,
  published_on date,
  published_precision date_precision,
  source_title text,
  source_url text,
  url_verified_at timestamp with time zone,
  limits text,
  open_question text,
  picture jsonb,
  published boolean DEFAULT false NOT NULL,
  first_published_at timestamp with time zone,
  version integer DEFAULT 1 NOT NULL,
  place smallint,
  draft jsonb,
  more_sources jsonb DEFAULT '[]'::jsonb NOT NULL,
  timeline jsonb DEFAULT '[]'::jsonb NOT NULL,
  brief text,
  candidates jsonb DEFAULT '[]'::jsonb NOT NULL,
  archive_url text,
  review_by date,
  reviewed_at timestamp with time zone,
  CONSTRAINT claims_archives_are_https CHECK ((((archive_url IS NULL) OR (archive_url ~ '^https://'::text)) AND (NOT jsonb_path_exists(more_sources, '$[*]?(@."archiveUrl" != null && !(@."archiveUrl" like_regex "^https://"))'::jsonpath)))),
  CONSTRAINT claims_candidates_are_whole CHECK (((jsonb_typeof(candidates) = 'array'::text) AND (NOT jsonb_path_exists(candidates, '$[*]?(@."publisher" == null || @."url" != null && !(@."url" like_regex "^https://"))'::jsonpath)))),
  CONSTRAINT claims_date_has_precision CHECK (((published_on IS NULL) = (published_precision IS NULL))),
  CONSTRAINT claims_link_only_when_opened CHECK ((((source_title IS NULL) AND (source_url IS NULL)) OR (url_verified_at IS NOT NULL))),
  CONSTRAINT claims_more_sources_are_whole CHECK (((jsonb_typeof(more_sources) = 'array'::text) AND (jsonb_array_length(more_sources) <= 8) AND (NOT jsonb_path_exists(more_sources, '$[*]?((@."publisher" == null || @."publishedOn" == null) || @."publishedPrecision" == null)'::jsonpath)) AND (NOT jsonb_path_exists(more_sources, '$[*]?((@."sourceTitle" != null || @."sourceUrl" != null) && @."urlVerifiedAt" == null)'::jsonpath)) AND (NOT jsonb_path_exists(more_sources, '$[*]?(@."sourceUrl" != null && !(@."sourceUrl" like_regex "^https://"))'::jsonpath)))),
  CONSTRAINT claims_published_with_source CHECK (((NOT published) OR (kind = 'opinion'::claim_kind) OR ((publisher IS NOT NULL) AND (published_on IS NOT NULL)))),
  CONSTRAINT claims_timeline_is_a_list CHECK ((jsonb_typeof(timeline) = 'array'::text)),
  CONSTRAINT claims_url_is_https CHECK (((source_url IS NULL) OR (source_url ~ '^https://'::text)))
);

ALTER TABLE claims ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (SEQUENCE NAME claims_id_seq START WITH 1 INCREMENT BY 1 NO MINVALUE NO MAXVALUE CACHE 1);

CREATE TABLE co_filers (
  series uuid NOT NULL,
  pledge_id bigint NOT NULL,
  state co_filer_state NOT NULL,
  changed_at timestamp with time zone NOT NULL,
  changed_by uuid
);

CREATE TABLE co_filing_rules (
  target_id integer NOT NULL,
  tiers jsonb NOT NULL,
  price_window_days smallint NOT NULL,
  words_at_most smallint NOT NULL,
  cure_days smallint NOT NULL,
  as_of date,
  source_url text,
  verified_at timestamp with time zone,
  verified_by text,
  CONSTRAINT co_filing_rules_counts CHECK ((LEAST(price_window_days, words_at_most, cure_days) > 0)),
  CONSTRAINT co_filing_rules_source_is_https CHECK ((source_url ~ '^https://'::text)),
  CONSTRAINT co_filing_rules_verified_by_someone CHECK (((verified_at IS NULL) = (verified_by IS NULL)))
);

CREATE TABLE comment_reviews (
  id bigint NOT NULL,
  public_id uuid DEFAULT gen_random_uuid() NOT NULL,
  signature_id bigint NOT NULL,
  campaign_id integer NOT NULL,
  reasons text[] NOT NULL,
  state text DEFAULT 'queued'::text NOT NULL,
  comment_sha256 bytea NOT NULL,
  found_at timestamp with time zone DEFAULT now() NOT NULL,
  decided_at timestamp with time zone,
  decided_by_id uuid,
  CONSTRAINT comment_reviews_decided_has_time CHECK (((state = 'queued'::text) = (decided_at IS NULL))),
  CONSTRAINT comment_reviews_sha256_length CHECK ((octet_length(comment_sha256) = 32)),
  CONSTRAINT comment_reviews_state_known CHECK ((state = ANY (ARRAY['queued'::text, 'kept'::text, 'hidden'::text])))
);

ALTER TABLE comment_reviews ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (SEQUENCE NAME comment_reviews_id_seq START WITH 1 INCREMENT BY 1 NO MINVALUE NO MAXVALUE CACHE 1);

CREATE TABLE company_proposals (
  id bigint NOT NULL,
  public_id uuid DEFAULT gen_random_uuid() NOT NULL,
  campaign_id integer NOT NULL,
  company_ids integer[] NOT NULL,
  asked_by_id uuid,
  asked_at timestamp with time zone NOT NULL,
  approved_by_id uuid,
  approved_at timestamp with time zone,
  approved_alone boolean DEFAULT false NOT NULL,
  withdrawn_at timestamp with time zone,
  CONSTRAINT company_proposals_ended_once CHECK (((approved_at IS NULL) OR (withdrawn_at IS NULL))),
  CONSTRAINT company_proposals_name_one CHECK ((cardinality(company_ids) > 0)),
  CONSTRAINT company_proposals_never_approved_by_who_asked CHECK ((approved_alone OR (approved_by_id IS NULL) OR (approved_by_id IS DISTINCT FROM asked_by_id)))
);

ALTER TABLE company_proposals ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (SEQUENCE NAME company_proposals_id_seq START WITH 1 INCREMENT BY 1 NO MINVALUE NO MAXVALUE CACHE 1);

CREATE TABLE consents (
  id bigint NOT NULL,
  supporter_id bigint NOT NULL,
  campaign_id integer NOT NULL,
  purpose consent_purpose NOT NULL,
  text_version text NOT NULL,
  locale text NOT NULL,
  granted_at timestamp with time zone DEFAULT now() NOT NULL,
  revoked_at timestamp with time zone,
  import_id bigint,
  company_id integer,
  CONSTRAINT consents_name_their_company CHECK (((company_id IS NULL) = (purpose = ANY (ARRAY['sign'::consent_purpose, 'updates'::consent_purpose, 'public_name'::consent_purpose])))),
  CONSTRAINT consents_revoked_after_granted CHECK ((revoked_at >= granted_at))
);

ALTER TABLE consents ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (SEQUENCE NAME consents_id_seq START WITH 1 INCREMENT BY 1 NO MINVALUE NO MAXVALUE CACHE 1);

CREATE TABLE corrections (
  id bigint NOT NULL,
  campaign_id integer NOT NULL,
  corrected_on date NOT NULL,
  text text NOT NULL,
  claim_id bigint,
  kind text DEFAULT 'statement'::text NOT NULL,
  version integer DEFAULT 1 NOT NULL,
  earlier jsonb DEFAULT '[]'::jsonb NOT NULL,
  CONSTRAINT corrections_earlier_is_a_list CHECK ((jsonb_typeof(earlier) = 'array'::text)),
  CONSTRAINT corrections_kind_known CHECK ((kind = ANY (ARRAY['statement'::text, 'figure'::text, 'source'::text, 'wording'::text, 'removed'::text])))
);

ALTER TABLE corrections ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (SEQUENCE NAME corrections_id_seq START WITH 1 INCREMENT BY 1 NO MINVALUE NO MAXVALUE CACHE 1);

CREATE TABLE data_requests (
  id bigint NOT NULL,
  public_id uuid DEFAULT gen_random_uuid() NOT NULL,
  campaign_id integer NOT NULL,
  received_on date NOT NULL,
  note text NOT NULL,
  recorded_by_id uuid,
  recorded_at timestamp with time zone NOT NULL,
  due_on date NOT NULL,
  done_on date,
  CONSTRAINT data_requests_days_in_order CHECK (((due_on >= received_on) AND (done_on >= received_on))),
  CONSTRAINT data_requests_note_length CHECK (((char_length(note) >= 1) AND (char_length(note) <= 500)))
);

ALTER TABLE data_requests ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (SEQUENCE NAME data_requests_id_seq START WITH 1 INCREMENT BY 1 NO MINVALUE NO MAXVALUE CACHE 1);

CREATE TABLE email_batches (
  id bigint NOT NULL,
  email_ids bigint[] NOT NULL,
  template_version text,
  body_sha256 bytea,
  idempotency_key text,
  transport text,
  state email_batch_state DEFAULT 'queued'::email_batch_state NOT NULL,
  frozen_at timestamp with time zone,
  unanswered_since timestamp with time zone,
  settled_at timestamp with time zone,
  update_id bigint NOT NULL,
  attempts integer DEFAULT 0 NOT NULL,
  due_at timestamp with time zone DEFAULT now() NOT NULL,
  lease_until timestamp with time zone,
  problem text,
  CONSTRAINT email_batches_frozen_is_whole CHECK (((state <> 'frozen'::email_batch_state) OR (num_nonnulls(template_version, body_sha256, idempotency_key, transport, frozen_at) = 5))),
  CONSTRAINT email_batches_key_shape CHECK (((idempotency_key ~ '^[A-Za-z0-9._:/-]+$'::text) AND ((length(idempotency_key) >= 16) AND (length(idempotency_key) <= 256)))),
  CONSTRAINT email_batches_problem_is_a_code CHECK ((problem ~ '^[a-z0-9_-]{1,64}$'::text)),
  CONSTRAINT email_batches_settled_has_time CHECK (((state = ANY (ARRAY['queued'::email_batch_state, 'frozen'::email_batch_state])) = (settled_at IS NULL))),
  CONSTRAINT email_batches_sha256_length CHECK ((octet_length(body_sha256) = 32)),
  CONSTRAINT email_batches_size CHECK ((((cardinality(email_ids) >= 1) AND (cardinality(email_ids) <= 100)) AND (array_position(email_ids, NULL::bigint) IS NULL))),
  CONSTRAINT email_batches_template_version_given CHECK ((template_version ~ '^[A-Za-z0-9._-]{1,64}$'::text)),
  CONSTRAINT email_batches_transport_known CHECK ((transport = ANY (ARRAY['resend'::text, 'smtp'::text, 'file'::text])))
);

ALTER TABLE email_batches ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (SEQUENCE NAME email_batches_id_seq START WITH 1 INCREMENT BY 1 NO MINVALUE NO MAXVALUE CACHE 1);

CREATE TABLE email_events (
  id bigint NOT NULL,
  svix_id text NOT NULL,
  type text NOT NULL,
  occurred_at timestamp with time zone NOT NULL,
  received_at timestamp with time zone DEFAULT now() NOT NULL,
  email_id bigint,
  CONSTRAINT email_events_svix_id_shape CHECK ((svix_id ~ '^[A-Za-z0-9_.-]{1,128}$'::text)),
  CONSTRAINT email_events_type_shape CHECK (((type ~ '^[a-z_]+([.][a-z_]+)+$'::text) AND (length(type) <= 64)))
);

ALTER TABLE email_events ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (SEQUENCE NAME email_events_id_seq START WITH 1 INCREMENT BY 1 NO MINVALUE NO MAXVALUE CACHE 1);

CREATE TABLE erased_addresses (
  address_hmac bytea NOT NULL,
  key_id text NOT NULL,
  erased_at timestamp with time zone DEFAULT now() NOT NULL,
  forms_through bigint
);

CREATE TABLE erased_letters (
  id bigint NOT NULL,
  campaign_id integer NOT NULL,
  state letter_state NOT NULL,
  erased_at timestamp with time zone DEFAULT now() NOT NULL,
  company_id integer NOT NULL
);

ALTER TABLE erased_letters ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (SEQUENCE NAME erased_letters_id_seq START WITH 1 INCREMENT BY 1 NO MINVALUE NO MAXVALUE CACHE 1);

CREATE TABLE erased_signatures (
  campaign_id integer NOT NULL,
  address_hmac bytea NOT NULL,
  key_id text NOT NULL,
  erased_at timestamp with time zone DEFAULT now() NOT NULL,
  petition_version integer NOT NULL
);

CREATE TABLE erasure_mark (
  "only" boolean DEFAULT true NOT NULL,
  log_id uuid DEFAULT gen_random_uuid() NOT NULL,
  number bigint DEFAULT 0 NOT NULL,
  opened boolean DEFAULT false NOT NULL,
  marked_at timestamp with time zone DEFAULT now() NOT NULL,
  CONSTRAINT erasure_mark_is_one_row CHECK ("only")
);

CREATE TABLE export_filters (
  id bigint NOT NULL,
  public_id uuid DEFAULT gen_random_uuid() NOT NULL,
  campaign_id integer NOT NULL,
  name text NOT NULL,
  preset text NOT NULL,
  filter jsonb NOT NULL,
  created_at timestamp with time zone DEFAULT now() NOT NULL,
  created_by_id uuid
);

ALTER TABLE export_filters ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (SEQUENCE NAME export_filters_id_seq START WITH 1 INCREMENT BY 1 NO MINVALUE NO MAXVALUE CACHE 1);

CREATE TABLE exports (
  id uuid DEFAULT gen_random_uuid() NOT NULL,
  campaign_id integer NOT NULL,
  organizer_id uuid,
  preset text NOT NULL,
  filter jsonb DEFAULT '{}'::jsonb NOT NULL,
  created_at timestamp with time zone DEFAULT now() NOT NULL,
  completed_at timestamp with time zone,
  rows bigint,
  bytes bigint,
  sha256 bytea,
  started_at timestamp with time zone,
  aborted_at timestamp with time zone,
  kept boolean DEFAULT false NOT NULL,
  rows_so_far bigint DEFAULT 0 NOT NULL,
  rows_expected bigint,
  expires_at timestamp with time zone,
  wiped_at timestamp with time zone,
  wiped_for text,
  lease_id uuid,
  lease_until timestamp with time zone,
  progress jsonb,
  CONSTRAINT exports_wiped_for CHECK ((wiped_for = ANY (ARRAY['expired'::text, 'erasure'::text, 'organizer'::text]))),
  CONSTRAINT exports_wiped_says_why CHECK (((wiped_at IS NULL) = (wiped_for IS NULL)))
);

CREATE TABLE file_pieces (
  file uuid NOT NULL,
  piece integer NOT NULL,
  key_id text NOT NULL,
  sealed bytea NOT NULL
);

ALTER TABLE file_pieces ALTER COLUMN sealed SET STORAGE EXTERNAL;

CREATE TABLE import_addresses (
  import_id bigint NOT NULL,
  address_hash bytea NOT NULL
);

CREATE TABLE import_outcomes (
  import_id bigint NOT NULL,
  from_row integer NOT NULL,
  outcomes smallint[] NOT NULL,
  lines integer[] NOT NULL
);

CREATE TABLE imports (
  id bigint NOT NULL,
  public_id uuid DEFAULT gen_random_uuid() NOT NULL,
  campaign_id integer NOT NULL,
  number integer NOT NULL,
  format text NOT NULL,
  state import_state DEFAULT 'receiving'::import_state NOT NULL,
  organizer_id uuid,
  created_at timestamp with time zone DEFAULT now() NOT NULL,
  file_name text,
  bytes bigint,
  sha256 bytea,
  reading jsonb,
  mapping jsonb,
  consent_text text,
  agreed_on date,
  updates_for text,
  rows_done integer DEFAULT 0 NOT NULL,
  bytes_done bigint DEFAULT 0 NOT NULL,
  added integer DEFAULT 0 NOT NULL,
  known integer DEFAULT 0 NOT NULL,
  refused integer DEFAULT 0 NOT NULL,
  undone integer DEFAULT 0 NOT NULL,
  stay integer DEFAULT 0 NOT NULL,
  stop_asked boolean DEFAULT false NOT NULL,
  lease_until timestamp with time zone,
  started_at timestamp with time zone,
  finished_at timestamp with time zone,
  undone_at timestamp with time zone,
  expires_at timestamp with time zone,
  wiped_at timestamp with time zone,
  problem text,
  problem_line integer,
  consent_source text,
  CONSTRAINT imports_agreed_before_taken CHECK (((state <> ALL (ARRAY['importing'::import_state, 'imported'::import_state, 'undoing'::import_state, 'undone'::import_state])) OR (num_nonnulls(consent_text, agreed_on, updates_for) = 3))),
  CONSTRAINT imports_consent_source_length CHECK (((char_length(consent_source) >= 1) AND (char_length(consent_source) <= 300))),
  CONSTRAINT imports_consent_text_length CHECK (((char_length(consent_text) >= 1) AND (char_length(consent_text) <= 5000))),
  CONSTRAINT imports_file_name_length CHECK (((char_length(file_name) >= 1) AND (char_length(file_name) <= 200))),
  CONSTRAINT imports_format_shape CHECK ((format ~ '^[a-z-]{1,40}$'::text)),
  CONSTRAINT imports_problem_is_a_code CHECK ((problem ~ '^[a-z0-9-]{1,64}$'::text)),
  CONSTRAINT imports_updates_for_known CHECK ((updates_for = ANY (ARRAY['nobody'::text, 'everyone'::text, 'column'::text])))
);

ALTER TABLE imports ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (SEQUENCE NAME imports_id_seq START WITH 1 INCREMENT BY 1 NO MINVALUE NO MAXVALUE CACHE 1);

CREATE TABLE issuer_snapshots (
  id integer NOT NULL,
  target_id integer NOT NULL,
  shares_outstanding bigint,
  price numeric(18,6),
  price_high_60d numeric(18,6),
  as_of date,
  source_url text,
  verified_at timestamp with time zone,
  verified_by text,
  CONSTRAINT issuer_snapshots_positive CHECK ((LEAST((shares_outstanding)::numeric, price, price_high_60d) > (0)::numeric)),
  CONSTRAINT issuer_snapshots_source_is_https CHECK ((source_url ~ '^https://'::text)),
  CONSTRAINT issuer_snapshots_verified_by_someone CHECK (((verified_at IS NULL) = (verified_by IS NULL)))
);

ALTER TABLE issuer_snapshots ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (SEQUENCE NAME issuer_snapshots_id_seq START WITH 1 INCREMENT BY 1 NO MINVALUE NO MAXVALUE CACHE 1);

CREATE TABLE letter_counts (
  campaign_id integer NOT NULL,
  slot smallint NOT NULL,
  email_pending integer DEFAULT 0 NOT NULL,
  confirmed integer DEFAULT 0 NOT NULL,
  queued integer DEFAULT 0 NOT NULL,
  filed integer DEFAULT 0 NOT NULL,
  sent integer DEFAULT 0 NOT NULL,
  accepted integer DEFAULT 0 NOT NULL,
  bounced integer DEFAULT 0 NOT NULL,
  unknown integer DEFAULT 0 NOT NULL,
  withdrawn integer DEFAULT 0 NOT NULL,
  refused integer DEFAULT 0 NOT NULL,
  erased integer DEFAULT 0 NOT NULL,
  self_sent integer DEFAULT 0 NOT NULL,
  company_id integer NOT NULL,
  CONSTRAINT letter_counts_slot CHECK (((slot >= 0) AND (slot <= 15)))
);

CREATE TABLE letter_dispatches (
  id bigint NOT NULL,
  public_id uuid DEFAULT gen_random_uuid() NOT NULL,
  campaign_id integer NOT NULL,
  number integer NOT NULL,
  kind letter_dispatch_kind NOT NULL,
  state letter_dispatch_state DEFAULT 'draft'::letter_dispatch_state NOT NULL,
  version integer DEFAULT 1 NOT NULL,
  recipient_id bigint NOT NULL,
  locale text DEFAULT 'en'::text NOT NULL,
  subject text NOT NULL,
  body text NOT NULL,
  with_names boolean DEFAULT true NOT NULL,
  cause text DEFAULT 'organizer'::text NOT NULL,
  author_id uuid,
  edited_by_id uuid,
  created_at timestamp with time zone DEFAULT now() NOT NULL,
  edited_at timestamp with time zone DEFAULT now() NOT NULL,
  submitted_at timestamp with time zone,
  submitted_by_id uuid,
  approved_at timestamp with time zone,
  approved_by_id uuid,
  approved_alone boolean DEFAULT false NOT NULL,
  approved_sha256 bytea,
  started_at timestamp with time zone,
  finished_at timestamp with time zone,
  paused_at timestamp with time zone,
  pause_reason text,
  recipient_name text,
  recipient_email text,
  figures jsonb,
  approved_frame jsonb,
  submitted_frame jsonb,
  company_id integer NOT NULL,
  CONSTRAINT letter_dispatches_approved_before_they_go CHECK (((state = ANY (ARRAY['draft'::letter_dispatch_state, 'cancelled'::letter_dispatch_state])) OR ((approved_at IS NOT NULL) AND (approved_sha256 IS NOT NULL)))),
  CONSTRAINT letter_dispatches_body_length CHECK (((char_length(body) >= 1) AND (char_length(body) <= 10000))),
  CONSTRAINT letter_dispatches_cause_known CHECK ((cause = ANY (ARRAY['weekly'::text, 'milestone'::text, 'organizer'::text]))),
  CONSTRAINT letter_dispatches_count_up CHECK (((number >= 1) AND (version >= 1))),
  CONSTRAINT letter_dispatches_never_approved_by_their_author CHECK ((approved_alone OR (approved_by_id IS DISTINCT FROM submitted_by_id) OR (approved_by_id IS NULL))),
  CONSTRAINT letter_dispatches_pause_reason_known CHECK ((pause_reason = ANY (ARRAY['organizer'::text, 'bounces'::text, 'recipient'::text, 'approver'::text, 'differs'::text, 'provider'::text, 'quota'::text, 'not-ready'::text, 'too-large'::text, 'restored'::text]))),
  CONSTRAINT letter_dispatches_paused_says_why CHECK ((((state = 'paused'::letter_dispatch_state) = (paused_at IS NOT NULL)) AND ((state = 'paused'::letter_dispatch_state) = (pause_reason IS NOT NULL)))),
  CONSTRAINT letter_dispatches_recipient_whole CHECK ((num_nonnulls(recipient_name, recipient_email) = ANY (ARRAY[0, 2]))),
  CONSTRAINT letter_dispatches_sent_is_finished CHECK (((state <> 'sent'::letter_dispatch_state) OR (finished_at IS NOT NULL))),
  CONSTRAINT letter_dispatches_subject_is_one_line CHECK ((((char_length(subject) >= 1) AND (char_length(subject) <= 150)) AND (subject !~ '[[:cntrl:]]'::text))),
  CONSTRAINT letter_dispatches_submitted_before_approved CHECK (((approved_at IS NULL) OR (submitted_at IS NOT NULL)))
);

ALTER TABLE letter_dispatches ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (SEQUENCE NAME letter_dispatches_id_seq START WITH 1 INCREMENT BY 1 NO MINVALUE NO MAXVALUE CACHE 1);

CREATE TABLE letter_events (
  id bigint NOT NULL,
  letter_id bigint NOT NULL,
  at timestamp with time zone DEFAULT now() NOT NULL,
  event text NOT NULL,
  email_id bigint,
  problem text,
  CONSTRAINT letter_events_event_is_a_code CHECK ((event ~ '^[a-z_-]{1,40}$'::text)),
  CONSTRAINT letter_events_problem_is_a_code CHECK ((problem ~ '^[a-z0-9_-]{1,64}$'::text))
);

ALTER TABLE letter_events ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (SEQUENCE NAME letter_events_id_seq START WITH 1 INCREMENT BY 1 NO MINVALUE NO MAXVALUE CACHE 1);

CREATE TABLE letter_names (
  signature_id bigint NOT NULL,
  dispatch_id bigint NOT NULL,
  approved_sha256 bytea,
  company_id integer NOT NULL
);

CREATE TABLE letter_openings (
  dispatch_id bigint NOT NULL,
  organizer_id uuid NOT NULL,
  letter_id bigint NOT NULL,
  opened_at timestamp with time zone DEFAULT now() NOT NULL
);

CREATE TABLE letter_parts (
  id bigint NOT NULL,
  public_id uuid DEFAULT gen_random_uuid() NOT NULL,
  dispatch_id bigint NOT NULL,
  part integer NOT NULL,
  letter_ids bigint[] NOT NULL,
  signature_ids bigint[] DEFAULT '{}'::bigint[] NOT NULL,
  due_at timestamp with time zone DEFAULT now() NOT NULL,
  frozen_at timestamp with time zone,
  letters integer,
  names integer,
  mail_sha256 bytea,
  text_sha256 bytea,
  file_sha256s bytea[],
  CONSTRAINT letter_parts_frozen_is_whole CHECK ((num_nonnulls(frozen_at, letters, names, mail_sha256, text_sha256, file_sha256s) = ANY (ARRAY[0, 6]))),
  CONSTRAINT letter_parts_say_something CHECK (((cardinality(letter_ids) + cardinality(signature_ids)) > 0)),
  CONSTRAINT letter_parts_sha256_length CHECK (((octet_length(mail_sha256) = 32) AND (octet_length(text_sha256) = 32)))
);

ALTER TABLE letter_parts ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (SEQUENCE NAME letter_parts_id_seq START WITH 1 INCREMENT BY 1 NO MINVALUE NO MAXVALUE CACHE 1);

CREATE TABLE letter_prints (
  campaign_id integer NOT NULL,
  print bigint NOT NULL,
  letter_id bigint NOT NULL
);

CREATE TABLE letter_recipients (
  id bigint NOT NULL,
  public_id uuid DEFAULT gen_random_uuid() NOT NULL,
  campaign_id integer NOT NULL,
  name text NOT NULL,
  email text NOT NULL,
  postal_address text,
  per_day smallint DEFAULT 20 NOT NULL,
  created_at timestamp with time zone DEFAULT now() NOT NULL,
  verified_at timestamp with time zone,
  verified_by text,
  verified_by_id uuid,
  verified_where text,
  retired_at timestamp with time zone,
  company_id integer NOT NULL,
  opened_at timestamp with time zone,
  CONSTRAINT letter_recipients_email_shape CHECK (((email ~ '^[^[:space:][:cntrl:],\x3b<>"]+@[^[:space:][:cntrl:],\x3b<>"@]+$'::text) AND (length(email) <= 254))),
  CONSTRAINT letter_recipients_name_length CHECK ((((char_length(name) >= 1) AND (char_length(name) <= 120)) AND (name !~ '[[:cntrl:]]'::text))),
  CONSTRAINT letter_recipients_open_if_verified CHECK (((opened_at IS NULL) OR ((verified_at IS NOT NULL) AND (retired_at IS NULL)))),
  CONSTRAINT letter_recipients_per_day CHECK (((per_day >= 1) AND (per_day <= 200))),
  CONSTRAINT letter_recipients_postal_length CHECK (((char_length(postal_address) >= 1) AND (char_length(postal_address) <= 500))),
  CONSTRAINT letter_recipients_verified_whole CHECK ((num_nonnulls(verified_at, verified_by, verified_where) = ANY (ARRAY[0, 3])))
);

ALTER TABLE letter_recipients ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (SEQUENCE NAME letter_recipients_id_seq START WITH 1 INCREMENT BY 1 NO MINVALUE NO MAXVALUE CACHE 1);

CREATE TABLE letter_replies (
  id bigint NOT NULL,
  public_id uuid DEFAULT gen_random_uuid() NOT NULL,
  campaign_id integer NOT NULL,
  dispatch_id bigint NOT NULL,
  received_on date NOT NULL,
  from_whom text NOT NULL,
  text text NOT NULL,
  recorded_at timestamp with time zone DEFAULT now() NOT NULL,
  recorded_by_id uuid,
  removed_at timestamp with time zone,
  approved_at timestamp with time zone,
  approved_by_id uuid,
  approved_alone boolean DEFAULT false NOT NULL,
  CONSTRAINT letter_replies_from_length CHECK (((char_length(from_whom) >= 1) AND (char_length(from_whom) <= 200))),
  CONSTRAINT letter_replies_never_approved_by_who_recorded CHECK ((approved_alone OR (approved_by_id IS DISTINCT FROM recorded_by_id) OR (approved_by_id IS NULL))),
  CONSTRAINT letter_replies_text_length CHECK (((char_length(text) >= 1) AND (char_length(text) <= 20000)))
);

ALTER TABLE letter_replies ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (SEQUENCE NAME letter_replies_id_seq START WITH 1 INCREMENT BY 1 NO MINVALUE NO MAXVALUE CACHE 1);

CREATE TABLE letter_reports (
  id bigint NOT NULL,
  letter_id bigint NOT NULL,
  reason text NOT NULL,
  created_at timestamp with time zone DEFAULT now() NOT NULL,
  settled_at timestamp with time zone,
  settled_by_id uuid,
  CONSTRAINT letter_reports_reason_is_a_code CHECK ((reason ~ '^[a-z-]{1,40}$'::text))
);

ALTER TABLE letter_reports ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (SEQUENCE NAME letter_reports_id_seq START WITH 1 INCREMENT BY 1 NO MINVALUE NO MAXVALUE CACHE 1);

CREATE TABLE letter_settings (
  campaign_id integer NOT NULL,
  every_days smallint DEFAULT 7 NOT NULL,
  milestone integer DEFAULT 500,
  edited_at timestamp with time zone DEFAULT now() NOT NULL,
  edited_by_id uuid,
  CONSTRAINT letter_settings_counts CHECK ((((every_days >= 1) AND (every_days <= 90)) AND (milestone >= 10)))
);

CREATE TABLE letter_template_wordings (
  id bigint NOT NULL,
  campaign_id integer NOT NULL,
  ask text NOT NULL,
  replaced_at timestamp with time zone DEFAULT now() NOT NULL
);

ALTER TABLE letter_template_wordings ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (SEQUENCE NAME letter_template_wordings_id_seq START WITH 1 INCREMENT BY 1 NO MINVALUE NO MAXVALUE CACHE 1);

CREATE TABLE letter_templates (
  campaign_id integer NOT NULL,
  locale text NOT NULL,
  ask text NOT NULL,
  edited_at timestamp with time zone DEFAULT now() NOT NULL,
  edited_by_id uuid,
  CONSTRAINT letter_templates_ask_length CHECK (((char_length(ask) >= 1) AND (char_length(ask) <= 2000))),
  CONSTRAINT letter_templates_locale_shape CHECK ((locale ~ '^[a-z]{2}$'::text))
);

CREATE TABLE letters (
  id bigint NOT NULL,
  public_id uuid DEFAULT gen_random_uuid() NOT NULL,
  campaign_id integer NOT NULL,
  supporter_id bigint NOT NULL,
  state letter_state DEFAULT 'email_pending'::letter_state NOT NULL,
  locale text NOT NULL,
  role letter_role,
  body text NOT NULL,
  shares_enc bytea,
  key_id text,
  reply_to boolean DEFAULT false NOT NULL,
  display signature_display DEFAULT 'anonymous'::signature_display NOT NULL,
  publication letter_publication DEFAULT 'private'::letter_publication NOT NULL,
  agreed text[] DEFAULT '{}'::text[] NOT NULL,
  links smallint DEFAULT 0 NOT NULL,
  template_similarity real,
  nearest_similarity real,
  nearest_letter_id bigint,
  scored_at timestamp with time zone,
  hold_reason text,
  moderated_at timestamp with time zone,
  moderated_by_id uuid,
  moderation_reason text,
  dispatch_id bigint,
  sent_sha256 bytea,
  handed_over_at timestamp with time zone,
  self_sent_at timestamp with time zone,
  self_sent_way text,
  created_at timestamp with time zone DEFAULT now() NOT NULL,
  confirmed_at timestamp with time zone,
  withdrawn_at timestamp with time zone,
  reminded_at timestamp with time zone,
  search tsvector GENERATED ALWAYS AS (to_tsvector('simple'::regconfig, translate(regexp_replace(NORMALIZE(body, NFKD), '[\u0300-\u036f]'::text, ''::text, 'g'::text), '“”„‟«»‹›‘’‚‛…–—―‐‑·•¿¡、。，．；：！？（）「」『』【】《》〈〉'::text, repeat(' '::text, 42)))) STORED,
  approved_sha256 bytea,
  typed_name text,
  typed_country text,
  company_id integer NOT NULL,
  recipient_id bigint,
  CONSTRAINT letters_body_is_text CHECK ((body !~ '[\x01-\x08\x0b-\x1f\x7f]'::text)),
  CONSTRAINT letters_body_length CHECK (((char_length(body) >= 1) AND (char_length(body) <= 5000))),
  CONSTRAINT letters_handed_over_is_proved CHECK (((state <> ALL (ARRAY['filed'::letter_state, 'sent'::letter_state, 'accepted'::letter_state])) OR ((sent_sha256 IS NOT NULL) AND (handed_over_at IS NOT NULL)))),
  CONSTRAINT letters_hold_reason_is_a_code CHECK ((hold_reason ~ '^[a-z-]{1,40}$'::text)),
  CONSTRAINT letters_locale_shape CHECK ((locale ~ '^[a-z]{2}$'::text)),
  CONSTRAINT letters_moderation_reason_is_a_code CHECK ((moderation_reason ~ '^[a-z-]{1,40}$'::text)),
  CONSTRAINT letters_pending_is_unconfirmed CHECK (((state = 'email_pending'::letter_state) = (confirmed_at IS NULL))),
  CONSTRAINT letters_published_by_consent CHECK (((publication = 'private'::letter_publication) OR (display <> 'anonymous'::signature_display))),
  CONSTRAINT letters_queued_with_a_dispatch CHECK (((state <> 'queued'::letter_state) OR (dispatch_id IS NOT NULL))),
  CONSTRAINT letters_refused_says_why CHECK (((state <> 'refused'::letter_state) OR (moderation_reason IS NOT NULL))),
  CONSTRAINT letters_self_sent_has_way CHECK (((self_sent_at IS NULL) = (self_sent_way IS NULL))),
  CONSTRAINT letters_self_sent_way_known CHECK ((self_sent_way = ANY (ARRAY['mail'::text, 'post'::text]))),
  CONSTRAINT letters_sha256_length CHECK ((octet_length(sent_sha256) = 32)),
  CONSTRAINT letters_shares_are_ciphertext CHECK (((octet_length(shares_enc) >= 29) AND (octet_length(shares_enc) <= 128))),
  CONSTRAINT letters_shares_have_key CHECK (((key_id IS NOT NULL) = (shares_enc IS NOT NULL))),
  CONSTRAINT letters_similarity_is_a_part CHECK (((LEAST(template_similarity, nearest_similarity) >= (0)::double precision) AND (GREATEST(template_similarity, nearest_similarity) <= (1)::double precision))),
  CONSTRAINT letters_typed_shape CHECK ((((char_length(typed_name) >= 1) AND (char_length(typed_name) <= 120)) AND (typed_name !~ '[[:cntrl:]]'::text) AND (typed_country ~ '^[A-Z]{2}$'::text))),
  CONSTRAINT letters_typed_while_unconfirmed CHECK (((state = 'email_pending'::letter_state) OR (typed_name IS NULL))),
  CONSTRAINT letters_typed_whole CHECK ((num_nonnulls(typed_name, typed_country) = ANY (ARRAY[0, 2]))),
  CONSTRAINT letters_withdrawn_has_time CHECK (((state = 'withdrawn'::letter_state) = (withdrawn_at IS NOT NULL)))
);

ALTER TABLE letters ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (SEQUENCE NAME letters_id_seq START WITH 1 INCREMENT BY 1 NO MINVALUE NO MAXVALUE CACHE 1);

CREATE TABLE meetings (
  id integer NOT NULL,
  target_id integer NOT NULL,
  year smallint NOT NULL,
  status meeting_status NOT NULL,
  meeting_on date,
  record_date date,
  vote_by timestamp with time zone,
  plan_vote_by timestamp with time zone,
  proxy_filed_on date,
  portal_url text,
  as_of date,
  source_url text,
  verified_at timestamp with time zone,
  verified_by text,
  meeting_at timestamp with time zone,
  ballot_open_on date,
  proposal_deadline date,
  zone text DEFAULT 'America/New_York'::text NOT NULL,
  CONSTRAINT meetings_ballot_opens_in_time CHECK (((record_date <= ballot_open_on) AND (ballot_open_on <= meeting_on) AND (ballot_open_on <= ((vote_by AT TIME ZONE zone))::date))),
  CONSTRAINT meetings_dated_unless_expected CHECK (((status = 'expected'::meeting_status) OR (meeting_on IS NOT NULL))),
  CONSTRAINT meetings_dates_in_order CHECK (((record_date <= meeting_on) AND (((vote_by AT TIME ZONE zone))::date <= meeting_on) AND (plan_vote_by <= vote_by))),
  CONSTRAINT meetings_day_in_its_year CHECK ((EXTRACT(year FROM meeting_on) = (year)::numeric)),
  CONSTRAINT meetings_papers_before_it CHECK (((proposal_deadline <= meeting_on) AND (proxy_filed_on <= meeting_on))),
  CONSTRAINT meetings_portal_is_https CHECK ((portal_url ~ '^https://'::text)),
  CONSTRAINT meetings_record_before_votes CHECK (((record_date <= ((vote_by AT TIME ZONE zone))::date) AND (record_date <= ((plan_vote_by AT TIME ZONE zone))::date))),
  CONSTRAINT meetings_source_is_https CHECK ((source_url ~ '^https://'::text)),
  CONSTRAINT meetings_time_on_its_day CHECK ((((meeting_at AT TIME ZONE zone))::date = meeting_on)),
  CONSTRAINT meetings_verified_by_someone CHECK (((verified_at IS NULL) = (verified_by IS NULL))),
  CONSTRAINT meetings_votes_before_it CHECK (((vote_by <= meeting_at) AND (plan_vote_by <= meeting_at) AND (((plan_vote_by AT TIME ZONE zone))::date <= meeting_on)))
);

ALTER TABLE meetings ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (SEQUENCE NAME meetings_id_seq START WITH 1 INCREMENT BY 1 NO MINVALUE NO MAXVALUE CACHE 1);

CREATE TABLE name_reviews (
  id bigint NOT NULL,
  public_id uuid DEFAULT gen_random_uuid() NOT NULL,
  signature_id bigint NOT NULL,
  campaign_id integer NOT NULL,
  reasons text[] NOT NULL,
  state name_review_state DEFAULT 'queued'::name_review_state NOT NULL,
  name_sha256 bytea NOT NULL,
  found_at timestamp with time zone DEFAULT now() NOT NULL,
  decided_at timestamp with time zone,
  decided_by_id uuid,
  CONSTRAINT name_reviews_decided_has_time CHECK (((state = 'queued'::name_review_state) = (decided_at IS NULL))),
  CONSTRAINT name_reviews_say_why CHECK ((cardinality(reasons) > 0)),
  CONSTRAINT name_reviews_sha256_length CHECK ((octet_length(name_sha256) = 32))
);

ALTER TABLE name_reviews ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (SEQUENCE NAME name_reviews_id_seq START WITH 1 INCREMENT BY 1 NO MINVALUE NO MAXVALUE CACHE 1);

CREATE TABLE names_awaiting_review (
  signature_id bigint NOT NULL,
  since timestamp with time zone DEFAULT now() NOT NULL
);

CREATE TABLE notice_counts (
  notice_id bigint NOT NULL,
  slot smallint NOT NULL,
  what text NOT NULL,
  n integer NOT NULL
);

CREATE TABLE organizer_browsers (
  id bigint NOT NULL,
  token_hash bytea NOT NULL,
  organizer_id uuid NOT NULL,
  user_agent text,
  created_at timestamp with time zone NOT NULL,
  used_at timestamp with time zone NOT NULL
);

ALTER TABLE organizer_browsers ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (SEQUENCE NAME organizer_browsers_id_seq START WITH 1 INCREMENT BY 1 NO MINVALUE NO MAXVALUE CACHE 1);

CREATE TABLE organizer_ceremonies (
  id bigint NOT NULL,
  token_hash bytea NOT NULL,
  email_hmac bytea NOT NULL,
  organizer_id uuid,
  invitation_id uuid,
  tries smallint DEFAULT 0 NOT NULL,
  created_at timestamp with time zone DEFAULT now() NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  used_at timestamp with time zone,
  proves text,
  budget text DEFAULT 'anyone'::text NOT NULL
);

ALTER TABLE organizer_ceremonies ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (SEQUENCE NAME organizer_ceremonies_id_seq START WITH 1 INCREMENT BY 1 NO MINVALUE NO MAXVALUE CACHE 1);

CREATE TABLE organizer_challenges (
  token_hash bytea NOT NULL,
  organizer_id uuid,
  challenge text,
  totp_secret_enc bytea,
  totp_key_id text,
  tries smallint DEFAULT 0 NOT NULL,
  created_at timestamp with time zone NOT NULL,
  expires_at timestamp with time zone NOT NULL
);

CREATE TABLE organizer_invitations (
  id uuid DEFAULT gen_random_uuid() NOT NULL,
  token_hash bytea NOT NULL,
  campaign_id integer NOT NULL,
  email text,
  role organizer_role NOT NULL,
  created_at timestamp with time zone DEFAULT now() NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  used_at timestamp with time zone,
  rights text[] NOT NULL,
  invited_by_id uuid,
  revoked_at timestamp with time zone
);

CREATE TABLE organizer_passkeys (
  id uuid DEFAULT gen_random_uuid() NOT NULL,
  organizer_id uuid NOT NULL,
  credential_id text NOT NULL,
  public_key bytea NOT NULL,
  counter bigint NOT NULL,
  transports text[] NOT NULL,
  name text NOT NULL,
  created_at timestamp with time zone NOT NULL,
  used_at timestamp with time zone
);

CREATE TABLE organizer_proofs (
  session_id bigint NOT NULL,
  purpose text NOT NULL,
  by text NOT NULL,
  proved_at timestamp with time zone NOT NULL
);

CREATE TABLE organizer_recovery_codes (
  code_hash bytea NOT NULL,
  organizer_id uuid NOT NULL,
  created_at timestamp with time zone NOT NULL,
  used_at timestamp with time zone
);

CREATE TABLE organizer_sessions (
  id bigint NOT NULL,
  token_hash bytea NOT NULL,
  organizer_id uuid NOT NULL,
  user_agent text,
  created_at timestamp with time zone DEFAULT now() NOT NULL,
  seen_at timestamp with time zone DEFAULT now() NOT NULL,
  strong_at timestamp with time zone,
  strong_by text,
  CONSTRAINT organizer_sessions_strong_by_something CHECK (((strong_at IS NULL) = (strong_by IS NULL)))
);

ALTER TABLE organizer_sessions ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (SEQUENCE NAME organizer_sessions_id_seq START WITH 1 INCREMENT BY 1 NO MINVALUE NO MAXVALUE CACHE 1);

CREATE TABLE organizers (
  id uuid DEFAULT gen_random_uuid() NOT NULL,
  email text NOT NULL,
  name text NOT NULL,
  created_at timestamp with time zone DEFAULT now() NOT NULL,
  activated_at timestamp with time zone,
  disabled_at timestamp with time zone,
  totp_secret_enc bytea,
  totp_key_id text,
  totp_since timestamp with time zone,
  totp_last_step bigint,
  second_failures smallint DEFAULT 0 NOT NULL,
  second_locked_until timestamp with time zone,
  time_zone text,
  CONSTRAINT organizers_email_lower CHECK ((email = lower(email))),
  CONSTRAINT organizers_time_zone_shape CHECK ((time_zone ~ '^[A-Za-z0-9_+/-]{1,64}$'::text)),
  CONSTRAINT organizers_totp_whole CHECK ((num_nulls(totp_secret_enc, totp_key_id, totp_since, totp_last_step) = ANY (ARRAY[0, 4])))
);

CREATE TABLE outbox (
  id bigint NOT NULL,
  public_id uuid DEFAULT gen_random_uuid() NOT NULL,
  campaign_id integer,
  supporter_id bigint,
  signature_id bigint,
  organizer_id uuid,
  ceremony_id bigint,
  template email_template NOT NULL,
  state email_state DEFAULT 'queued'::email_state NOT NULL,
  attempts smallint DEFAULT 0 NOT NULL,
  created_at timestamp with time zone DEFAULT now() NOT NULL,
  due_at timestamp with time zone DEFAULT now() NOT NULL,
  lease_until timestamp with time zone,
  settled_at timestamp with time zone,
  provider_id text,
  problem text,
  transport text,
  unanswered_since timestamp with time zone,
  update_id bigint,
  locale text,
  pledge_id bigint,
  reminder reminder_kind,
  letter_id bigint,
  dispatch_id bigint,
  letter_part_id bigint,
  letter_recipient_id bigint,
  invitation_id uuid,
  notice_id bigint,
  right_period_id bigint,
  refusal_warning_id bigint,
  approval_request_id bigint,
  lane email_lane DEFAULT 'free'::email_lane NOT NULL,
  count_then integer,
  sealed_to bytea,
  sealed_key_id text,
  CONSTRAINT outbox_about_one_thing CHECK ((num_nonnulls(COALESCE(notice_id, signature_id), pledge_id, letter_id, update_id, dispatch_id, letter_part_id, ceremony_id, invitation_id, right_period_id, refusal_warning_id, approval_request_id) <= 1)),
  CONSTRAINT outbox_claimed_has_lease CHECK (((state = 'claimed'::email_state) = (lease_until IS NOT NULL))),
  CONSTRAINT outbox_one_recipient CHECK ((num_nonnulls(supporter_id, organizer_id, letter_recipient_id) =
CASE (template)::text
  WHEN 'data-erased'::text THEN 0
  ELSE 1
END)),
  CONSTRAINT outbox_part_to_office CHECK (((letter_part_id IS NULL) = (letter_recipient_id IS NULL))),
  CONSTRAINT outbox_problem_is_a_code CHECK ((problem ~ '^[a-z0-9_-]{1,64}$'::text)),
  CONSTRAINT outbox_reminder_of_pledge CHECK (((reminder IS NULL) OR (pledge_id IS NOT NULL))),
  CONSTRAINT outbox_sealed_until_sent CHECK ((num_nonnulls(sealed_to, sealed_key_id) =
CASE
  WHEN (((template)::text = 'data-erased'::text) AND (state = ANY (ARRAY['queued'::email_state, 'claimed'::email_state]))) THEN 2
  ELSE 0
END)),
  CONSTRAINT outbox_transport_known CHECK ((transport = ANY (ARRAY['resend'::text, 'smtp'::text, 'file'::text])))
);

ALTER TABLE outbox ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (SEQUENCE NAME outbox_id_seq START WITH 1 INCREMENT BY 1 NO MINVALUE NO MAXVALUE CACHE 1);

CREATE TABLE pack_letters (
  pack_id bigint NOT NULL,
  letter_id bigint NOT NULL,
  text_sha256 bytea NOT NULL,
  CONSTRAINT pack_letters_sha256_length CHECK ((octet_length(text_sha256) = 32))
);

CREATE TABLE packs (
  id bigint NOT NULL,
  public_id uuid DEFAULT gen_random_uuid() NOT NULL,
  campaign_id integer NOT NULL,
  number integer NOT NULL,
  asked_by_id uuid,
  asked_at timestamp with time zone DEFAULT now() NOT NULL,
  approved_by_id uuid,
  approved_at timestamp with time zone,
  approved_alone boolean DEFAULT false NOT NULL,
  made_at timestamp with time zone,
  signatures integer,
  letters integer,
  manifest_sha256 bytea,
  letter_ids bigint[],
  aborted_at timestamp with time zone,
  handed_over_at timestamp with time zone,
  handed_over_to text,
  handed_over_by_id uuid,
  started_at timestamp with time zone,
  manifest text,
  manifest_signature bytea,
  bytes bigint,
  sha256 bytea,
  discarded_at timestamp with time zone,
  discarded_by_id uuid,
  hand_over_asked_at timestamp with time zone,
  hand_over_asked_by_id uuid,
  asked_handed_over_at timestamp with time zone,
  asked_handed_over_to text,
  hand_over_approved_by_id uuid,
  hand_over_alone boolean DEFAULT false NOT NULL,
  company_id integer NOT NULL,
  state_signers jsonb,
  CONSTRAINT packs_approved_before_made CHECK (((made_at IS NULL) OR (approved_at IS NOT NULL))),
  CONSTRAINT packs_asked_handed_over_to_length CHECK (((char_length(asked_handed_over_to) >= 1) AND (char_length(asked_handed_over_to) <= 300))),
  CONSTRAINT packs_discarded_was_made CHECK (((discarded_at IS NULL) OR ((made_at IS NOT NULL) AND (handed_over_at IS NULL)))),
  CONSTRAINT packs_hand_over_asked_is_whole CHECK ((num_nonnulls(hand_over_asked_at, asked_handed_over_at, asked_handed_over_to) = ANY (ARRAY[0, 3]))),
  CONSTRAINT packs_hand_over_never_approved_by_who_asked CHECK ((hand_over_alone OR (hand_over_approved_by_id IS DISTINCT FROM handed_over_by_id) OR (hand_over_approved_by_id IS NULL))),
  CONSTRAINT packs_handed_over_is_whole CHECK (((handed_over_at IS NULL) = (handed_over_to IS NULL))),
  CONSTRAINT packs_handed_over_to_length CHECK (((char_length(handed_over_to) >= 1) AND (char_length(handed_over_to) <= 300))),
  CONSTRAINT packs_handed_over_was_made CHECK (((handed_over_at IS NULL) OR ((made_at IS NOT NULL) AND (handed_over_at >= made_at)))),
  CONSTRAINT packs_made_is_signed CHECK ((num_nonnulls(made_at, manifest, manifest_signature, bytes, sha256) = ANY (ARRAY[0, 5]))),
  CONSTRAINT packs_made_is_whole CHECK ((num_nonnulls(made_at, signatures, letters, manifest_sha256, letter_ids) = ANY (ARRAY[0, 5]))),
  CONSTRAINT packs_never_approved_by_who_asked CHECK ((approved_alone OR (approved_by_id IS DISTINCT FROM asked_by_id) OR (approved_by_id IS NULL)))
);

ALTER TABLE packs ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (SEQUENCE NAME packs_id_seq START WITH 1 INCREMENT BY 1 NO MINVALUE NO MAXVALUE CACHE 1);

CREATE TABLE paper_signatures (
  id bigint NOT NULL,
  public_id uuid DEFAULT gen_random_uuid() NOT NULL,
  campaign_id integer NOT NULL,
  import_id bigint NOT NULL,
  name text NOT NULL,
  country character(2) NOT NULL,
  postal_code text,
  signed_on date NOT NULL,
  CONSTRAINT paper_signatures_country_shape CHECK ((country ~ '^[A-Z]{2}$'::text)),
  CONSTRAINT paper_signatures_name_length CHECK ((((char_length(name) >= 1) AND (char_length(name) <= 120)) AND (name !~ '[[:cntrl:]]'::text))),
  CONSTRAINT paper_signatures_postal_code_length CHECK (((char_length(postal_code) >= 1) AND (char_length(postal_code) <= 16)))
);

ALTER TABLE paper_signatures ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (SEQUENCE NAME paper_signatures_id_seq START WITH 1 INCREMENT BY 1 NO MINVALUE NO MAXVALUE CACHE 1);

CREATE TABLE petition_answers (
  notice_id bigint NOT NULL,
  signature_id bigint NOT NULL,
  answer text NOT NULL,
  from_version integer NOT NULL,
  answered_at timestamp with time zone NOT NULL,
  CONSTRAINT petition_answers_known CHECK ((answer = ANY (ARRAY['kept'::text, 'moved'::text, 'withdrawn'::text])))
);

CREATE TABLE petition_counts (
  campaign_id integer NOT NULL,
  version integer NOT NULL,
  slot smallint NOT NULL,
  confirmed integer DEFAULT 0 NOT NULL,
  erased integer DEFAULT 0 NOT NULL
);

CREATE TABLE petition_drafts (
  campaign_id integer NOT NULL,
  summary text NOT NULL,
  body text NOT NULL,
  version integer DEFAULT 1 NOT NULL,
  edited_by text NOT NULL,
  edited_at timestamp with time zone NOT NULL
);

CREATE TABLE petition_notices (
  id bigint NOT NULL,
  public_id uuid DEFAULT gen_random_uuid() NOT NULL,
  campaign_id integer NOT NULL,
  version integer NOT NULL,
  change text NOT NULL,
  asked_by_id uuid,
  asked_at timestamp with time zone DEFAULT now() NOT NULL,
  approved_by_id uuid,
  approved_at timestamp with time zone,
  approved_alone boolean DEFAULT false NOT NULL,
  cancelled_by_id uuid,
  cancelled_at timestamp with time zone,
  queued_through bigint DEFAULT 0 NOT NULL,
  queued_at timestamp with time zone,
  asked_frame jsonb,
  approved_frame jsonb,
  paused_at timestamp with time zone,
  CONSTRAINT petition_notices_change_length CHECK (((char_length(change) >= 1) AND (char_length(change) <= 500))),
  CONSTRAINT petition_notices_never_approved_by_who_asked CHECK ((approved_alone OR (approved_by_id IS NULL) OR (approved_by_id IS DISTINCT FROM asked_by_id))),
  CONSTRAINT petition_notices_queued_once_approved CHECK (((queued_through = 0) OR (approved_at IS NOT NULL)))
);

ALTER TABLE petition_notices ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (SEQUENCE NAME petition_notices_id_seq START WITH 1 INCREMENT BY 1 NO MINVALUE NO MAXVALUE CACHE 1);

CREATE TABLE petition_proposals (
  id bigint NOT NULL,
  public_id uuid DEFAULT gen_random_uuid() NOT NULL,
  campaign_id integer NOT NULL,
  draft_version integer,
  again integer,
  tell text,
  count_before integer NOT NULL,
  count_after integer NOT NULL,
  asked_by_id uuid,
  asked_at timestamp with time zone NOT NULL,
  edited_by_id uuid,
  approved_by_id uuid,
  approved_at timestamp with time zone,
  approved_alone boolean DEFAULT false NOT NULL,
  withdrawn_at timestamp with time zone,
  note text,
  locale text,
  note_in text,
  translations jsonb DEFAULT '{}'::jsonb NOT NULL,
  translated_by uuid[] DEFAULT '{}'::uuid[] NOT NULL,
  CONSTRAINT petition_proposals_ended_once CHECK (((approved_at IS NULL) OR (withdrawn_at IS NULL))),
  CONSTRAINT petition_proposals_never_approved_by_who_asked CHECK ((approved_alone OR (approved_by_id IS NULL) OR (approved_by_id IS DISTINCT FROM asked_by_id))),
  CONSTRAINT petition_proposals_note_in_length CHECK (((char_length(note_in) >= 1) AND (char_length(note_in) <= 500))),
  CONSTRAINT petition_proposals_note_length CHECK (((char_length(note) >= 1) AND (char_length(note) <= 500))),
  CONSTRAINT petition_proposals_of_a_text CHECK ((num_nonnulls(draft_version, again, locale) > 0)),
  CONSTRAINT petition_proposals_tell_length CHECK (((char_length(tell) >= 1) AND (char_length(tell) <= 500)))
);

ALTER TABLE petition_proposals ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (SEQUENCE NAME petition_proposals_id_seq START WITH 1 INCREMENT BY 1 NO MINVALUE NO MAXVALUE CACHE 1);

CREATE TABLE petition_translations (
  campaign_id integer NOT NULL,
  version integer NOT NULL,
  locale text NOT NULL,
  summary text NOT NULL,
  body text NOT NULL,
  published_at timestamp with time zone DEFAULT now() NOT NULL
);

CREATE TABLE petition_versions (
  campaign_id integer NOT NULL,
  version integer NOT NULL,
  summary text NOT NULL,
  body text NOT NULL,
  published_at timestamp with time zone NOT NULL,
  published_by text,
  same_meaning_as integer,
  earlier_signers text,
  note text,
  in_force_again_at timestamp with time zone,
  CONSTRAINT petition_versions_count_up CHECK ((version >= 1)),
  CONSTRAINT petition_versions_earlier_signers CHECK ((earlier_signers = ANY (ARRAY['told'::text, 'apart'::text]))),
  CONSTRAINT petition_versions_note_of_same_meaning CHECK (((note IS NULL) OR (same_meaning_as IS NOT NULL))),
  CONSTRAINT petition_versions_same_as_an_earlier CHECK ((same_meaning_as < version))
);

CREATE TABLE picture_files (
  campaign_id integer NOT NULL,
  key text NOT NULL,
  width smallint NOT NULL,
  type text NOT NULL,
  bytes bytea NOT NULL,
  CONSTRAINT picture_files_type_known CHECK ((type = ANY (ARRAY['webp'::text, 'jpeg'::text])))
);

CREATE TABLE pictures (
  campaign_id integer NOT NULL,
  key text NOT NULL,
  people text NOT NULL,
  consent_kept text,
  declared_by text NOT NULL,
  declared_at timestamp with time zone NOT NULL,
  CONSTRAINT pictures_consent_kept CHECK (((people = 'consented'::text) = (consent_kept IS NOT NULL))),
  CONSTRAINT pictures_declared_by_shape CHECK ((declared_by ~ '^(organizer:[0-9a-f-]{36}|operator)$'::text)),
  CONSTRAINT pictures_key_shape CHECK ((key ~ '^[0-9a-f]{20}$'::text)),
  CONSTRAINT pictures_people_known CHECK ((people = ANY (ARRAY['none'::text, 'consented'::text])))
);

CREATE TABLE pledge_changes (
  campaign_id integer NOT NULL,
  meeting_id integer NOT NULL,
  cell text NOT NULL,
  series uuid NOT NULL,
  before bytea
);

CREATE TABLE pledge_intentions (
  id bigint NOT NULL,
  pledge_id bigint NOT NULL,
  meeting_id integer NOT NULL,
  kind pledge_kind NOT NULL,
  ballot_item_id integer,
  intention vote_intention NOT NULL,
  CONSTRAINT pledge_intentions_fund_in_general CHECK (((kind <> 'fund'::pledge_kind) OR (ballot_item_id IS NULL)))
);

ALTER TABLE pledge_intentions ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (SEQUENCE NAME pledge_intentions_id_seq START WITH 1 INCREMENT BY 1 NO MINVALUE NO MAXVALUE CACHE 1);

CREATE TABLE pledge_publications (
  campaign_id integer NOT NULL,
  meeting_id integer NOT NULL,
  published_at timestamp with time zone NOT NULL,
  totals jsonb NOT NULL
);

CREATE TABLE pledge_reminders (
  id bigint NOT NULL,
  series uuid NOT NULL,
  pledge_id bigint NOT NULL,
  reminder reminder_kind NOT NULL,
  due_at timestamp with time zone NOT NULL,
  useless_at timestamp with time zone NOT NULL,
  state reminder_state DEFAULT 'scheduled'::reminder_state NOT NULL,
  reason text,
  queued_at timestamp with time zone,
  CONSTRAINT pledge_reminders_due_while_useful CHECK ((due_at < useless_at)),
  CONSTRAINT pledge_reminders_queued_has_time CHECK (((state = 'queued'::reminder_state) = (queued_at IS NOT NULL))),
  CONSTRAINT pledge_reminders_reason_is_a_code CHECK ((reason ~ '^[a-z-]{1,40}$'::text))
);

ALTER TABLE pledge_reminders ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (SEQUENCE NAME pledge_reminders_id_seq START WITH 1 INCREMENT BY 1 NO MINVALUE NO MAXVALUE CACHE 1);

CREATE TABLE pledge_totals (
  id bigint NOT NULL,
  meeting_id integer NOT NULL,
  kind pledge_kind NOT NULL,
  verification pledge_verification NOT NULL,
  holding_form holding_form NOT NULL,
  ballot_item_id integer,
  intention vote_intention,
  holders integer DEFAULT 0 NOT NULL,
  shares numeric(25,6) DEFAULT '0'::numeric NOT NULL,
  whole_shares numeric(19,0) DEFAULT '0'::numeric NOT NULL,
  bucket_holders integer DEFAULT 0 NOT NULL,
  bucket_min numeric(19,0) DEFAULT '0'::numeric NOT NULL,
  bucket_max numeric(19,0) DEFAULT '0'::numeric NOT NULL,
  campaign_id integer NOT NULL,
  CONSTRAINT pledge_totals_are_numbers CHECK ((GREATEST(shares, whole_shares, bucket_min, bucket_max) < 'NaN'::numeric)),
  CONSTRAINT pledge_totals_bucket_holders_within CHECK ((bucket_holders <= holders)),
  CONSTRAINT pledge_totals_bucket_is_a_range CHECK ((bucket_min <= bucket_max)),
  CONSTRAINT pledge_totals_fund_in_general CHECK (((kind <> 'fund'::pledge_kind) OR ((ballot_item_id IS NULL) AND (shares = (0)::numeric) AND (bucket_holders = 0)))),
  CONSTRAINT pledge_totals_item_has_intention CHECK (((ballot_item_id IS NULL) OR (intention IS NOT NULL))),
  CONSTRAINT pledge_totals_never_negative CHECK ((LEAST((holders)::numeric, shares, whole_shares, (bucket_holders)::numeric, bucket_min, bucket_max) >= (0)::numeric)),
  CONSTRAINT pledge_totals_shares_have_holders CHECK ((((shares = (0)::numeric) OR (holders > bucket_holders)) AND ((bucket_max = (0)::numeric) OR (bucket_holders > 0)))),
  CONSTRAINT pledge_totals_whole_within_shares CHECK ((whole_shares <= shares))
);

ALTER TABLE pledge_totals ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (SEQUENCE NAME pledge_totals_id_seq START WITH 1 INCREMENT BY 1 NO MINVALUE NO MAXVALUE CACHE 1);

CREATE TABLE pledge_willing (
  pledge_id bigint NOT NULL,
  willing willingness NOT NULL
);

CREATE TABLE pledges (
  id bigint NOT NULL,
  public_id uuid DEFAULT gen_random_uuid() NOT NULL,
  supporter_id bigint NOT NULL,
  meeting_id integer NOT NULL,
  kind pledge_kind NOT NULL,
  version integer DEFAULT 1 NOT NULL,
  holding_form holding_form NOT NULL,
  shares_enc bytea,
  bucket_enc bytea,
  key_id text,
  held_since_month date,
  tenure_bucket tenure_bucket,
  account_flags text[] DEFAULT '{}'::text[] NOT NULL,
  held_on_record_date record_date_holding DEFAULT 'not_applicable'::record_date_holding NOT NULL,
  standing_instruction standing_instruction DEFAULT 'unsure'::standing_instruction NOT NULL,
  verification pledge_verification DEFAULT 'self_reported'::pledge_verification NOT NULL,
  display signature_display DEFAULT 'anonymous'::signature_display NOT NULL,
  status pledge_status DEFAULT 'email_pending'::pledge_status NOT NULL,
  disclosure_version text NOT NULL,
  attested_at timestamp with time zone NOT NULL,
  outcome pledge_outcome DEFAULT 'unknown'::pledge_outcome NOT NULL,
  created_at timestamp with time zone DEFAULT now() NOT NULL,
  confirmed_at timestamp with time zone,
  withdrawn_at timestamp with time zone,
  series uuid NOT NULL,
  campaign_id integer NOT NULL,
  verified_at timestamp with time zone,
  verified_by uuid,
  comment text,
  outcome_at timestamp with time zone,
  reminders boolean DEFAULT true NOT NULL,
  reminded_at timestamp with time zone,
  reviewed_at timestamp with time zone,
  reviewed_by uuid,
  agreed text[] DEFAULT '{}'::text[] NOT NULL,
  fund_manager text,
  typed_name text,
  typed_country text,
  fund_outcome fund_outcome DEFAULT 'unknown'::fund_outcome NOT NULL,
  fund_outcome_at timestamp with time zone,
  kept_enc bytea,
  kept_key_id text,
  kept_until timestamp with time zone,
  puts_back_id bigint,
  CONSTRAINT pledges_account_flags_known CHECK ((cardinality(account_flags) = (((((account_flags @> '{cash}'::text[]))::integer + ((account_flags @> '{margin}'::text[]))::integer) + ((account_flags @> '{lending}'::text[]))::integer) + ((account_flags @> '{unsure}'::text[]))::integer))),
  CONSTRAINT pledges_active_is_confirmed CHECK (((status <> ALL (ARRAY['active'::pledge_status, 'flagged'::pledge_status])) OR (confirmed_at IS NOT NULL))),
  CONSTRAINT pledges_comment_length CHECK (((char_length(comment) >= 1) AND (char_length(comment) <= 1000))),
  CONSTRAINT pledges_disclosure_version_given CHECK ((disclosure_version ~ '^[A-Za-z0-9._-]{1,64}$'::text)),
  CONSTRAINT pledges_fund_manager_of_a_fund CHECK (((fund_manager IS NULL) OR ((kind = 'fund'::pledge_kind) AND ((char_length(fund_manager) >= 1) AND (char_length(fund_manager) <= 100))))),
  CONSTRAINT pledges_fund_outcome_has_time CHECK (((fund_outcome = 'unknown'::fund_outcome) = (fund_outcome_at IS NULL))),
  CONSTRAINT pledges_fund_outcome_of_a_fund CHECK (((fund_outcome = 'unknown'::fund_outcome) OR ((kind = 'fund'::pledge_kind) AND (confirmed_at IS NOT NULL)))),
  CONSTRAINT pledges_held_since_is_a_month CHECK ((EXTRACT(day FROM held_since_month) = (1)::numeric)),
  CONSTRAINT pledges_held_since_possible CHECK (((held_since_month >= '1986-03-01'::date) AND (held_since_month <= ((created_at AT TIME ZONE 'UTC'::text))::date))),
  CONSTRAINT pledges_holding_has_key CHECK (((key_id IS NOT NULL) = (num_nonnulls(shares_enc, bucket_enc) > 0))),
  CONSTRAINT pledges_holding_is_ciphertext CHECK (((octet_length(COALESCE(shares_enc, bucket_enc)) >= 29) AND (octet_length(COALESCE(shares_enc, bucket_enc)) <= 128))),
  CONSTRAINT pledges_kept_whole CHECK (((num_nonnulls(kept_enc, kept_key_id, kept_until) = ANY (ARRAY[0, 3])) AND ((kept_enc IS NULL) OR (status = 'superseded'::pledge_status)))),
  CONSTRAINT pledges_one_holding_unless_fund CHECK ((num_nonnulls(shares_enc, bucket_enc) =
CASE
  WHEN (kind = 'fund'::pledge_kind) THEN 0
  WHEN (status = ANY (ARRAY['withdrawn'::pledge_status, 'superseded'::pledge_status, 'expired'::pledge_status])) THEN LEAST(1, num_nonnulls(shares_enc, bucket_enc))
  ELSE 1
END)),
  CONSTRAINT pledges_outcome_has_time CHECK (((outcome = 'unknown'::pledge_outcome) = (outcome_at IS NULL))),
  CONSTRAINT pledges_outcome_of_confirmed CHECK (((outcome = 'unknown'::pledge_outcome) OR (confirmed_at IS NOT NULL))),
  CONSTRAINT pledges_papers_checked CHECK (((verification = ANY (ARRAY['document_checked'::pledge_verification, 'broker_letter'::pledge_verification])) = (verified_at IS NOT NULL))),
  CONSTRAINT pledges_pending_is_unconfirmed CHECK (((status <> 'email_pending'::pledge_status) OR (confirmed_at IS NULL))),
  CONSTRAINT pledges_tenure_given_once CHECK ((num_nonnulls(held_since_month, tenure_bucket) <= 1)),
  CONSTRAINT pledges_typed_shape CHECK ((((char_length(typed_name) >= 1) AND (char_length(typed_name) <= 120)) AND (typed_name !~ '[[:cntrl:]]'::text) AND (typed_country ~ '^[A-Z]{2}$'::text))),
  CONSTRAINT pledges_typed_while_unconfirmed CHECK (((status = 'email_pending'::pledge_status) OR (typed_name IS NULL))),
  CONSTRAINT pledges_typed_whole CHECK ((num_nonnulls(typed_name, typed_country) = ANY (ARRAY[0, 2]))),
  CONSTRAINT pledges_verified_is_confirmed CHECK (((verification <> 'email_confirmed'::pledge_verification) OR (confirmed_at IS NOT NULL))),
  CONSTRAINT pledges_versions_count_up CHECK ((version >= 1)),
  CONSTRAINT pledges_withdrawn_has_time CHECK (((status = 'withdrawn'::pledge_status) = (withdrawn_at IS NOT NULL)))
);

ALTER TABLE pledges ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (SEQUENCE NAME pledges_id_seq START WITH 1 INCREMENT BY 1 NO MINVALUE NO MAXVALUE CACHE 1);

CREATE TABLE refusal_warnings (
  id bigint NOT NULL,
  campaign_id integer NOT NULL,
  wrong integer NOT NULL,
  locked integer NOT NULL,
  refused integer NOT NULL,
  at timestamp with time zone NOT NULL
);

ALTER TABLE refusal_warnings ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (SEQUENCE NAME refusal_warnings_id_seq START WITH 1 INCREMENT BY 1 NO MINVALUE NO MAXVALUE CACHE 1);

CREATE TABLE refusals (
  id bigint NOT NULL,
  hour timestamp with time zone NOT NULL,
  why text NOT NULL,
  organizer_id uuid,
  campaign_id integer,
  page text,
  from_hash bytea,
  n integer NOT NULL,
  logged integer NOT NULL,
  last_at timestamp with time zone NOT NULL
);

ALTER TABLE refusals ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (SEQUENCE NAME refusals_id_seq START WITH 1 INCREMENT BY 1 NO MINVALUE NO MAXVALUE CACHE 1);

CREATE TABLE result_proposals (
  id bigint NOT NULL,
  public_id uuid DEFAULT gen_random_uuid() NOT NULL,
  campaign_id integer NOT NULL,
  meeting_id integer NOT NULL,
  results jsonb NOT NULL,
  source_url text NOT NULL,
  as_of date NOT NULL,
  asked_by_id uuid,
  asked_at timestamp with time zone NOT NULL,
  approved_by_id uuid,
  approved_at timestamp with time zone,
  approved_alone boolean DEFAULT false NOT NULL,
  withdrawn_at timestamp with time zone,
  published jsonb,
  CONSTRAINT result_proposals_ended_once CHECK (((approved_at IS NULL) OR (withdrawn_at IS NULL))),
  CONSTRAINT result_proposals_never_approved_by_who_asked CHECK ((approved_alone OR (approved_by_id IS NULL) OR (approved_by_id IS DISTINCT FROM asked_by_id))),
  CONSTRAINT result_proposals_source_is_https CHECK ((source_url ~ '^https://'::text))
);

ALTER TABLE result_proposals ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (SEQUENCE NAME result_proposals_id_seq START WITH 1 INCREMENT BY 1 NO MINVALUE NO MAXVALUE CACHE 1);

CREATE TABLE returned_letters (
  letter_id bigint NOT NULL,
  part_id bigint NOT NULL,
  sent_sha256 bytea,
  handed_over_at timestamp with time zone,
  returned_at timestamp with time zone DEFAULT now() NOT NULL,
  CONSTRAINT returned_letters_sha256_length CHECK ((octet_length(sent_sha256) = 32))
);

CREATE TABLE returned_names (
  signature_id bigint NOT NULL,
  part_id bigint NOT NULL,
  returned_at timestamp with time zone DEFAULT now() NOT NULL
);

CREATE TABLE right_periods (
  id bigint NOT NULL,
  campaign_id integer NOT NULL,
  organizer_id uuid NOT NULL,
  "right" text NOT NULL,
  since timestamp with time zone NOT NULL,
  until timestamp with time zone,
  given_by_operator boolean DEFAULT false NOT NULL,
  taken_by_operator boolean DEFAULT false NOT NULL,
  given_by_id uuid,
  taken_by_id uuid,
  noted_at timestamp with time zone DEFAULT now() NOT NULL,
  CONSTRAINT right_periods_known CHECK (("right" = ANY (ARRAY['view'::text, 'approve'::text, 'manage'::text])))
);

ALTER TABLE right_periods ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (SEQUENCE NAME right_periods_id_seq START WITH 1 INCREMENT BY 1 NO MINVALUE NO MAXVALUE CACHE 1);

CREATE TABLE share_images (
  campaign_id integer NOT NULL,
  locale text NOT NULL,
  number integer NOT NULL,
  drawn_from bytea NOT NULL,
  file text NOT NULL,
  alt text NOT NULL,
  png bytea NOT NULL,
  drawn_at timestamp with time zone NOT NULL,
  CONSTRAINT share_images_number CHECK ((number >= 0))
);

CREATE TABLE share_links (
  id bigint NOT NULL,
  campaign_id integer NOT NULL,
  supporter_id bigint NOT NULL,
  code text NOT NULL,
  arrived integer DEFAULT 0 NOT NULL,
  created_at timestamp with time zone NOT NULL,
  CONSTRAINT share_links_code_shape CHECK ((code ~ '^p-[0-9a-hjkmnp-tv-z]{10}$'::text))
);

ALTER TABLE share_links ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (SEQUENCE NAME share_links_id_seq START WITH 1 INCREMENT BY 1 NO MINVALUE NO MAXVALUE CACHE 1);

CREATE TABLE signature_forms (
  id bigint NOT NULL,
  public_id uuid DEFAULT gen_random_uuid() NOT NULL,
  signature_id bigint NOT NULL,
  posted_at timestamp with time zone NOT NULL,
  email_id bigint,
  words jsonb NOT NULL
);

ALTER TABLE signature_forms ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (SEQUENCE NAME signature_forms_id_seq START WITH 1 INCREMENT BY 1 NO MINVALUE NO MAXVALUE CACHE 1);

CREATE TABLE signature_reviews (
  id bigint NOT NULL,
  public_id uuid DEFAULT gen_random_uuid() NOT NULL,
  signature_id bigint NOT NULL,
  campaign_id integer NOT NULL,
  reasons text[] NOT NULL,
  score smallint NOT NULL,
  state signature_review_state DEFAULT 'queued'::signature_review_state NOT NULL,
  found_at timestamp with time zone DEFAULT now() NOT NULL,
  decided_at timestamp with time zone,
  decided_by_id uuid,
  was_state signature_state,
  waiting boolean DEFAULT false NOT NULL,
  main text GENERATED ALWAYS AS (reasons[1]) STORED,
  CONSTRAINT signature_reviews_decided_has_time CHECK (((state = 'queued'::signature_review_state) = (decided_at IS NULL))),
  CONSTRAINT signature_reviews_say_why CHECK ((cardinality(reasons) > 0))
);

ALTER TABLE signature_reviews ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (SEQUENCE NAME signature_reviews_id_seq START WITH 1 INCREMENT BY 1 NO MINVALUE NO MAXVALUE CACHE 1);

CREATE TABLE signature_traces (
  signature_id bigint NOT NULL,
  seen_at timestamp with time zone DEFAULT now() NOT NULL,
  block bytea,
  honeypot boolean DEFAULT false NOT NULL,
  foreign_language boolean DEFAULT false NOT NULL,
  proof signature_proof DEFAULT 'not-asked'::signature_proof NOT NULL,
  scored_at timestamp with time zone,
  rescores smallint DEFAULT 0 NOT NULL,
  repeated boolean DEFAULT false NOT NULL,
  CONSTRAINT signature_traces_block_length CHECK ((octet_length(block) = 16))
);

CREATE TABLE signatures (
  id bigint NOT NULL,
  public_id uuid DEFAULT gen_random_uuid() NOT NULL,
  campaign_id integer NOT NULL,
  supporter_id bigint NOT NULL,
  petition_version integer NOT NULL,
  state signature_state DEFAULT 'pending'::signature_state NOT NULL,
  display signature_display DEFAULT 'anonymous'::signature_display NOT NULL,
  comment text,
  source text,
  referrer text,
  receipt_code text NOT NULL,
  signed_at timestamp with time zone DEFAULT now() NOT NULL,
  confirmed_at timestamp with time zone,
  withdrawn_at timestamp with time zone,
  invalidated_at timestamp with time zone,
  exclusion_reason text,
  reminded_at timestamp with time zone,
  import_id bigint,
  asked_consents consent_purpose[],
  notices_stopped_at timestamp with time zone,
  share_link_id bigint,
  listed boolean DEFAULT false NOT NULL,
  asked_company_ids integer[],
  posted_at timestamp with time zone,
  CONSTRAINT signatures_comment_length CHECK (((char_length(comment) >= 1) AND (char_length(comment) <= 1000))),
  CONSTRAINT signatures_confirmed_has_time CHECK ((((state)::text <> ALL (ARRAY['confirmed'::text, 'quarantined'::text])) OR (confirmed_at IS NOT NULL))),
  CONSTRAINT signatures_imported_by_an_import CHECK ((((state)::text <> 'imported'::text) OR ((import_id IS NOT NULL) AND (confirmed_at IS NULL)))),
  CONSTRAINT signatures_invalidated_has_time CHECK (((state = 'invalidated'::signature_state) = (invalidated_at IS NOT NULL))),
  CONSTRAINT signatures_pending_is_unconfirmed CHECK (((state <> 'pending'::signature_state) OR (confirmed_at IS NULL))),
  CONSTRAINT signatures_receipt_shape CHECK ((receipt_code ~ '^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{2}$'::text)),
  CONSTRAINT signatures_share_link_until_confirmed CHECK (((share_link_id IS NULL) OR (confirmed_at IS NULL))),
  CONSTRAINT signatures_source_shape CHECK ((source ~ '^[A-Za-z0-9._-]{1,64}$'::text)),
  CONSTRAINT signatures_withdrawn_has_time CHECK (((state = 'withdrawn'::signature_state) = (withdrawn_at IS NOT NULL)))
);

ALTER TABLE signatures ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (SEQUENCE NAME signatures_id_seq START WITH 1 INCREMENT BY 1 NO MINVALUE NO MAXVALUE CACHE 1);

CREATE TABLE spent_proofs (
  sha256 bytea NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  CONSTRAINT spent_proofs_sha256_length CHECK ((octet_length(sha256) = 32))
);

CREATE TABLE supporters (
  id bigint NOT NULL,
  public_id uuid DEFAULT gen_random_uuid() NOT NULL,
  email_canonical text NOT NULL COLLATE pg_catalog."C",
  email text NOT NULL,
  name text NOT NULL,
  country character(2) NOT NULL,
  postal_code text,
  locale text DEFAULT 'en'::text NOT NULL,
  created_at timestamp with time zone DEFAULT now() NOT NULL,
  confirmed_at timestamp with time zone,
  corrected_at timestamp with time zone,
  wrote_or_pledged boolean DEFAULT false NOT NULL,
  links_from timestamp with time zone,
  CONSTRAINT supporters_country_shape CHECK ((country ~ '^[A-Z]{2}$'::text)),
  CONSTRAINT supporters_email_length CHECK (((length(email) >= 3) AND (length(email) <= 254))),
  CONSTRAINT supporters_name_length CHECK (((char_length(name) >= 1) AND (char_length(name) <= 120))),
  CONSTRAINT supporters_no_control_characters CHECK (((name !~ '[[:cntrl:]]'::text) AND (email !~ '[[:cntrl:][:space:]]'::text))),
  CONSTRAINT supporters_postal_code_length CHECK (((char_length(postal_code) >= 1) AND (char_length(postal_code) <= 16)))
)
WITH (fillfactor='85');

ALTER TABLE supporters ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (SEQUENCE NAME supporters_id_seq START WITH 1 INCREMENT BY 1 NO MINVALUE NO MAXVALUE CACHE 1);

CREATE TABLE suppressions (
  address_hmac bytea NOT NULL,
  key_id text NOT NULL,
  reason suppression_reason NOT NULL,
  created_at timestamp with time zone DEFAULT now() NOT NULL,
  forms_through bigint
);

CREATE TABLE switches (
  name text NOT NULL,
  reason text NOT NULL,
  since timestamp with time zone DEFAULT now() NOT NULL
);

CREATE TABLE targets (
  id integer NOT NULL,
  slug text NOT NULL,
  name text NOT NULL,
  ticker text NOT NULL,
  exchange text NOT NULL,
  cik text,
  incorporated_in text,
  fiscal_year_end text,
  secretary_address text,
  investor_relations_email text,
  investor_relations_phone text,
  as_of date,
  source_url text,
  verified_at timestamp with time zone,
  verified_by text,
  legal_name text,
  names jsonb DEFAULT '{}'::jsonb NOT NULL,
  zone text DEFAULT 'America/New_York'::text NOT NULL,
  country text DEFAULT 'US'::text NOT NULL,
  jurisdiction text DEFAULT 'us'::text NOT NULL,
  register text,
  share_votes text,
  investor_relations_url text,
  CONSTRAINT targets_country_is_two_letters CHECK ((country ~ '^[A-Z]{2}$'::text)),
  CONSTRAINT targets_ir_page_is_https CHECK ((investor_relations_url ~ '^https://'::text)),
  CONSTRAINT targets_source_is_https CHECK ((source_url ~ '^https://'::text)),
  CONSTRAINT targets_verified_by_someone CHECK (((verified_at IS NULL) = (verified_by IS NULL)))
);

ALTER TABLE targets ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (SEQUENCE NAME targets_id_seq START WITH 1 INCREMENT BY 1 NO MINVALUE NO MAXVALUE CACHE 1);

CREATE TABLE trace_groups (
  campaign_id integer NOT NULL,
  kind trace_group_kind NOT NULL,
  hash bytea NOT NULL,
  signature_id bigint NOT NULL,
  seen_at timestamp with time zone NOT NULL,
  CONSTRAINT trace_groups_hash_length CHECK ((octet_length(hash) = 16))
);

CREATE TABLE update_counts (
  update_id bigint NOT NULL,
  slot smallint NOT NULL,
  queued integer DEFAULT 0 NOT NULL,
  claimed integer DEFAULT 0 NOT NULL,
  accepted integer DEFAULT 0 NOT NULL,
  delivered integer DEFAULT 0 NOT NULL,
  delayed integer DEFAULT 0 NOT NULL,
  bounced integer DEFAULT 0 NOT NULL,
  complained integer DEFAULT 0 NOT NULL,
  suppressed integer DEFAULT 0 NOT NULL,
  skipped integer DEFAULT 0 NOT NULL,
  failed integer DEFAULT 0 NOT NULL,
  unknown integer DEFAULT 0 NOT NULL,
  erased integer DEFAULT 0 NOT NULL,
  hard_bounced integer DEFAULT 0 NOT NULL,
  CONSTRAINT update_counts_slot CHECK (((slot >= 0) AND (slot <= 15)))
);

CREATE TABLE update_texts (
  update_id bigint NOT NULL,
  locale text NOT NULL,
  subject text NOT NULL,
  body text NOT NULL,
  CONSTRAINT update_texts_body_length CHECK ((char_length(body) <= 50000)),
  CONSTRAINT update_texts_locale_shape CHECK ((locale ~ '^[a-z]{2}$'::text)),
  CONSTRAINT update_texts_subject_is_one_line CHECK (((char_length(subject) <= 150) AND (subject !~ '[[:cntrl:]]'::text)))
);

CREATE TABLE updates (
  id bigint NOT NULL,
  public_id uuid DEFAULT gen_random_uuid() NOT NULL,
  campaign_id integer NOT NULL,
  number integer NOT NULL,
  state update_state DEFAULT 'draft'::update_state NOT NULL,
  version integer DEFAULT 1 NOT NULL,
  audience jsonb NOT NULL,
  continues_id bigint,
  in_archive boolean DEFAULT true NOT NULL,
  author_id uuid,
  edited_by_id uuid,
  created_at timestamp with time zone DEFAULT now() NOT NULL,
  edited_at timestamp with time zone DEFAULT now() NOT NULL,
  submitted_at timestamp with time zone,
  submitted_by_id uuid,
  approved_at timestamp with time zone,
  approved_by_id uuid,
  approved_alone boolean DEFAULT false NOT NULL,
  approved_sha256 bytea,
  send_at timestamp with time zone,
  started_at timestamp with time zone,
  snapshot_cursor bigint DEFAULT 0 NOT NULL,
  prepared_at timestamp with time zone,
  audience_size integer DEFAULT 0 NOT NULL,
  paused_at timestamp with time zone,
  pause_reason text,
  pause_problem text,
  breaker_base integer[] DEFAULT '{0,0,0}'::integer[] NOT NULL,
  finished_at timestamp with time zone,
  submitted_frame jsonb,
  approved_frame jsonb,
  consents_through bigint,
  CONSTRAINT updates_approved_before_they_go CHECK (((state = ANY (ARRAY['draft'::update_state, 'cancelled'::update_state])) OR ((state = 'paused'::update_state) AND (pause_reason = 'differs'::text)) OR ((approved_at IS NOT NULL) AND (approved_sha256 IS NOT NULL)))),
  CONSTRAINT updates_breaker_base_shape CHECK ((cardinality(breaker_base) = 3)),
  CONSTRAINT updates_count_up CHECK (((number >= 1) AND (version >= 1))),
  CONSTRAINT updates_never_approved_by_their_author CHECK ((approved_alone OR (approved_by_id IS DISTINCT FROM submitted_by_id) OR (approved_by_id IS NULL))),
  CONSTRAINT updates_pause_problem_is_a_code CHECK ((pause_problem ~ '^[a-z0-9_-]{1,64}$'::text)),
  CONSTRAINT updates_pause_reason_known CHECK ((pause_reason = ANY (ARRAY['organizer'::text, 'quota'::text, 'provider'::text, 'bounces'::text, 'complaints'::text, 'not-ready'::text, 'differs'::text]))),
  CONSTRAINT updates_paused_says_why CHECK ((((state = 'paused'::update_state) = (paused_at IS NOT NULL)) AND ((state = 'paused'::update_state) = (pause_reason IS NOT NULL)))),
  CONSTRAINT updates_scheduled_has_time CHECK (((state <> 'scheduled'::update_state) OR (send_at IS NOT NULL))),
  CONSTRAINT updates_sent_is_finished CHECK (((state <> 'sent'::update_state) OR (finished_at IS NOT NULL))),
  CONSTRAINT updates_started_has_time CHECK (((state <> ALL (ARRAY['sending'::update_state, 'sent'::update_state])) OR (started_at IS NOT NULL))),
  CONSTRAINT updates_submitted_before_approved CHECK (((approved_at IS NULL) OR (submitted_at IS NOT NULL)))
);

ALTER TABLE updates ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (SEQUENCE NAME updates_id_seq START WITH 1 INCREMENT BY 1 NO MINVALUE NO MAXVALUE CACHE 1);

CREATE TABLE waiting_forms (
  id bigint NOT NULL,
  public_id uuid DEFAULT gen_random_uuid() NOT NULL,
  kind waiting_form_kind NOT NULL,
  address_hmac bytea NOT NULL,
  key_id text NOT NULL,
  sealed bytea NOT NULL,
  posted_at timestamp with time zone DEFAULT now() NOT NULL,
  due_at timestamp with time zone DEFAULT now() NOT NULL,
  attempts smallint DEFAULT 0 NOT NULL,
  campaign_id integer,
  company_ids integer[]
);

ALTER TABLE waiting_forms ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (SEQUENCE NAME waiting_forms_id_seq START WITH 1 INCREMENT BY 1 NO MINVALUE NO MAXVALUE CACHE 1);

CREATE TABLE watched_names (
  id bigint NOT NULL,
  campaign_id integer NOT NULL,
  name text NOT NULL,
  added_by_id uuid,
  added_at timestamp with time zone DEFAULT now() NOT NULL,
  CONSTRAINT watched_names_length CHECK ((((char_length(name) >= 2) AND (char_length(name) <= 120)) AND (name !~ '[[:cntrl:]]'::text)))
);

ALTER TABLE watched_names ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (SEQUENCE NAME watched_names_id_seq START WITH 1 INCREMENT BY 1 NO MINVALUE NO MAXVALUE CACHE 1);
ALTER TABLE activity_hours ADD CONSTRAINT activity_hours_campaign_id_measure_hour_value_slot_pk PRIMARY KEY (campaign_id, measure, hour, value, slot);
ALTER TABLE address_day_keys ADD CONSTRAINT address_day_keys_key_unique UNIQUE (key);
ALTER TABLE address_day_keys ADD CONSTRAINT address_day_keys_pkey PRIMARY KEY (day);
ALTER TABLE api_tokens ADD CONSTRAINT api_tokens_pkey PRIMARY KEY (id);
ALTER TABLE api_tokens ADD CONSTRAINT api_tokens_public_id_unique UNIQUE (public_id);
ALTER TABLE api_tokens ADD CONSTRAINT api_tokens_token_hash_unique UNIQUE (token_hash);
ALTER TABLE approval_requests ADD CONSTRAINT approval_requests_pkey PRIMARY KEY (id);
ALTER TABLE audit_entries ADD CONSTRAINT audit_entries_pkey PRIMARY KEY (id);
ALTER TABLE audit_seals ADD CONSTRAINT audit_seals_from_id_unique UNIQUE (from_id);
ALTER TABLE audit_seals ADD CONSTRAINT audit_seals_pkey PRIMARY KEY (id);
ALTER TABLE audit_seals ADD CONSTRAINT audit_seals_to_id_unique UNIQUE (to_id);
ALTER TABLE ballot_items ADD CONSTRAINT ballot_items_of_meeting UNIQUE (id, meeting_id);
ALTER TABLE ballot_items ADD CONSTRAINT ballot_items_pkey PRIMARY KEY (id);
ALTER TABLE bulk_days ADD CONSTRAINT bulk_days_pkey PRIMARY KEY (day);
ALTER TABLE bulk_invalidated ADD CONSTRAINT bulk_invalidated_bulk_id_signature_id_pk PRIMARY KEY (bulk_id, signature_id);
ALTER TABLE bulk_invalidations ADD CONSTRAINT bulk_invalidations_number UNIQUE (campaign_id, number);
ALTER TABLE bulk_invalidations ADD CONSTRAINT bulk_invalidations_pkey PRIMARY KEY (id);
ALTER TABLE bulk_invalidations ADD CONSTRAINT bulk_invalidations_public_id_unique UNIQUE (public_id);
ALTER TABLE campaign_changes ADD CONSTRAINT campaign_changes_pkey PRIMARY KEY (id);
ALTER TABLE campaign_closings ADD CONSTRAINT campaign_closings_pkey PRIMARY KEY (id);
ALTER TABLE campaign_closings ADD CONSTRAINT campaign_closings_public_id_unique UNIQUE (public_id);
ALTER TABLE campaign_companies ADD CONSTRAINT campaign_companies_campaign_id_company_id_pk PRIMARY KEY (campaign_id, company_id);
ALTER TABLE campaign_companies ADD CONSTRAINT campaign_companies_place UNIQUE (campaign_id, place);
ALTER TABLE campaign_counts ADD CONSTRAINT campaign_counts_campaign_id_slot_pk PRIMARY KEY (campaign_id, slot);
ALTER TABLE campaign_milestones ADD CONSTRAINT campaign_milestones_campaign_id_signatures_pk PRIMARY KEY (campaign_id, signatures);
ALTER TABLE campaign_organizers ADD CONSTRAINT campaign_organizers_campaign_id_organizer_id_pk PRIMARY KEY (campaign_id, organizer_id);
ALTER TABLE campaign_translations ADD CONSTRAINT campaign_translations_campaign_id_locale_original_sha256_pk PRIMARY KEY (campaign_id, locale, original_sha256);
ALTER TABLE campaigns ADD CONSTRAINT campaigns_pkey PRIMARY KEY (id);
ALTER TABLE campaigns ADD CONSTRAINT campaigns_slug_unique UNIQUE (slug);
ALTER TABLE claim_removals ADD CONSTRAINT claim_removals_pkey PRIMARY KEY (id);
ALTER TABLE claims ADD CONSTRAINT claims_campaign_position UNIQUE (campaign_id, "position");
ALTER TABLE claims ADD CONSTRAINT claims_pkey PRIMARY KEY (id);
ALTER TABLE co_filers ADD CONSTRAINT co_filers_pkey PRIMARY KEY (series);
ALTER TABLE co_filing_rules ADD CONSTRAINT co_filing_rules_pkey PRIMARY KEY (target_id);
ALTER TABLE comment_reviews ADD CONSTRAINT comment_reviews_pkey PRIMARY KEY (id);
ALTER TABLE comment_reviews ADD CONSTRAINT comment_reviews_public_id_unique UNIQUE (public_id);
ALTER TABLE company_proposals ADD CONSTRAINT company_proposals_pkey PRIMARY KEY (id);
ALTER TABLE company_proposals ADD CONSTRAINT company_proposals_public_id_unique UNIQUE (public_id);
ALTER TABLE consents ADD CONSTRAINT consents_pkey PRIMARY KEY (id);
ALTER TABLE corrections ADD CONSTRAINT corrections_pkey PRIMARY KEY (id);
ALTER TABLE data_requests ADD CONSTRAINT data_requests_pkey PRIMARY KEY (id);
ALTER TABLE data_requests ADD CONSTRAINT data_requests_public_id_unique UNIQUE (public_id);
ALTER TABLE email_batches ADD CONSTRAINT email_batches_idempotency_key_unique UNIQUE (idempotency_key);
ALTER TABLE email_batches ADD CONSTRAINT email_batches_pkey PRIMARY KEY (id);
ALTER TABLE email_events ADD CONSTRAINT email_events_pkey PRIMARY KEY (id);
ALTER TABLE email_events ADD CONSTRAINT email_events_svix_id_unique UNIQUE (svix_id);
ALTER TABLE erased_addresses ADD CONSTRAINT erased_addresses_pkey PRIMARY KEY (address_hmac);
ALTER TABLE erased_letters ADD CONSTRAINT erased_letters_pkey PRIMARY KEY (id);
ALTER TABLE erased_signatures ADD CONSTRAINT erased_signatures_campaign_id_address_hmac_pk PRIMARY KEY (campaign_id, address_hmac);
ALTER TABLE erasure_mark ADD CONSTRAINT erasure_mark_pkey PRIMARY KEY ("only");
ALTER TABLE export_filters ADD CONSTRAINT export_filters_name UNIQUE (campaign_id, name);
ALTER TABLE export_filters ADD CONSTRAINT export_filters_pkey PRIMARY KEY (id);
ALTER TABLE export_filters ADD CONSTRAINT export_filters_public_id_unique UNIQUE (public_id);
ALTER TABLE exports ADD CONSTRAINT exports_pkey PRIMARY KEY (id);
ALTER TABLE file_pieces ADD CONSTRAINT file_pieces_file_piece_pk PRIMARY KEY (file, piece);
ALTER TABLE import_addresses ADD CONSTRAINT import_addresses_import_id_address_hash_pk PRIMARY KEY (import_id, address_hash);
ALTER TABLE import_outcomes ADD CONSTRAINT import_outcomes_import_id_from_row_pk PRIMARY KEY (import_id, from_row);
ALTER TABLE imports ADD CONSTRAINT imports_number UNIQUE (campaign_id, number);
ALTER TABLE imports ADD CONSTRAINT imports_pkey PRIMARY KEY (id);
ALTER TABLE imports ADD CONSTRAINT imports_public_id_unique UNIQUE (public_id);
ALTER TABLE issuer_snapshots ADD CONSTRAINT issuer_snapshots_pkey PRIMARY KEY (id);
ALTER TABLE letter_counts ADD CONSTRAINT letter_counts_campaign_id_company_id_slot_pk PRIMARY KEY (campaign_id, company_id, slot);
ALTER TABLE letter_dispatches ADD CONSTRAINT letter_dispatches_number UNIQUE (campaign_id, number);
ALTER TABLE letter_dispatches ADD CONSTRAINT letter_dispatches_of_company UNIQUE (id, company_id);
ALTER TABLE letter_dispatches ADD CONSTRAINT letter_dispatches_pkey PRIMARY KEY (id);
ALTER TABLE letter_dispatches ADD CONSTRAINT letter_dispatches_public_id_unique UNIQUE (public_id);
ALTER TABLE letter_events ADD CONSTRAINT letter_events_pkey PRIMARY KEY (id);
ALTER TABLE letter_names ADD CONSTRAINT letter_names_signature_id_company_id_pk PRIMARY KEY (signature_id, company_id);
ALTER TABLE letter_openings ADD CONSTRAINT letter_openings_dispatch_id_organizer_id_letter_id_pk PRIMARY KEY (dispatch_id, organizer_id, letter_id);
ALTER TABLE letter_parts ADD CONSTRAINT letter_parts_of_dispatch UNIQUE (dispatch_id, part);
ALTER TABLE letter_parts ADD CONSTRAINT letter_parts_pkey PRIMARY KEY (id);
ALTER TABLE letter_parts ADD CONSTRAINT letter_parts_public_id_unique UNIQUE (public_id);
ALTER TABLE letter_prints ADD CONSTRAINT letter_prints_campaign_id_print_letter_id_pk PRIMARY KEY (campaign_id, print, letter_id);
ALTER TABLE letter_recipients ADD CONSTRAINT letter_recipients_of_campaign UNIQUE (id, campaign_id, company_id);
ALTER TABLE letter_recipients ADD CONSTRAINT letter_recipients_of_company UNIQUE (id, company_id);
ALTER TABLE letter_recipients ADD CONSTRAINT letter_recipients_once UNIQUE (campaign_id, company_id, email);
ALTER TABLE letter_recipients ADD CONSTRAINT letter_recipients_pkey PRIMARY KEY (id);
ALTER TABLE letter_recipients ADD CONSTRAINT letter_recipients_public_id_unique UNIQUE (public_id);
ALTER TABLE letter_replies ADD CONSTRAINT letter_replies_pkey PRIMARY KEY (id);
ALTER TABLE letter_replies ADD CONSTRAINT letter_replies_public_id_unique UNIQUE (public_id);
ALTER TABLE letter_reports ADD CONSTRAINT letter_reports_pkey PRIMARY KEY (id);
ALTER TABLE letter_settings ADD CONSTRAINT letter_settings_pkey PRIMARY KEY (campaign_id);
ALTER TABLE letter_template_wordings ADD CONSTRAINT letter_template_wordings_pkey PRIMARY KEY (id);
ALTER TABLE letter_templates ADD CONSTRAINT letter_templates_campaign_id_locale_pk PRIMARY KEY (campaign_id, locale);
ALTER TABLE letters ADD CONSTRAINT letters_pkey PRIMARY KEY (id);
ALTER TABLE letters ADD CONSTRAINT letters_public_id_unique UNIQUE (public_id);
ALTER TABLE meetings ADD CONSTRAINT meetings_pkey PRIMARY KEY (id);
ALTER TABLE meetings ADD CONSTRAINT meetings_target_year UNIQUE (target_id, year);
ALTER TABLE name_reviews ADD CONSTRAINT name_reviews_pkey PRIMARY KEY (id);
ALTER TABLE name_reviews ADD CONSTRAINT name_reviews_public_id_unique UNIQUE (public_id);
ALTER TABLE names_awaiting_review ADD CONSTRAINT names_awaiting_review_pkey PRIMARY KEY (signature_id);
ALTER TABLE notice_counts ADD CONSTRAINT notice_counts_notice_id_slot_what_pk PRIMARY KEY (notice_id, slot, what);
ALTER TABLE organizer_browsers ADD CONSTRAINT organizer_browsers_pkey PRIMARY KEY (id);
ALTER TABLE organizer_ceremonies ADD CONSTRAINT organizer_ceremonies_pkey PRIMARY KEY (id);
ALTER TABLE organizer_ceremonies ADD CONSTRAINT organizer_ceremonies_token_hash_unique UNIQUE (token_hash);
ALTER TABLE organizer_challenges ADD CONSTRAINT organizer_challenges_pkey PRIMARY KEY (token_hash);
ALTER TABLE organizer_invitations ADD CONSTRAINT organizer_invitations_pkey PRIMARY KEY (id);
ALTER TABLE organizer_invitations ADD CONSTRAINT organizer_invitations_token_hash_unique UNIQUE (token_hash);
ALTER TABLE organizer_passkeys ADD CONSTRAINT organizer_passkeys_credential_id_unique UNIQUE (credential_id);
ALTER TABLE organizer_passkeys ADD CONSTRAINT organizer_passkeys_pkey PRIMARY KEY (id);
ALTER TABLE organizer_proofs ADD CONSTRAINT organizer_proofs_session_id_purpose_pk PRIMARY KEY (session_id, purpose);
ALTER TABLE organizer_recovery_codes ADD CONSTRAINT organizer_recovery_codes_pkey PRIMARY KEY (code_hash);
ALTER TABLE organizer_sessions ADD CONSTRAINT organizer_sessions_pkey PRIMARY KEY (id);
ALTER TABLE organizer_sessions ADD CONSTRAINT organizer_sessions_token_hash_unique UNIQUE (token_hash);
ALTER TABLE organizers ADD CONSTRAINT organizers_email_unique UNIQUE (email);
ALTER TABLE organizers ADD CONSTRAINT organizers_pkey PRIMARY KEY (id);
ALTER TABLE outbox ADD CONSTRAINT outbox_pkey PRIMARY KEY (id);
ALTER TABLE outbox ADD CONSTRAINT outbox_public_id_unique UNIQUE (public_id);
ALTER TABLE pack_letters ADD CONSTRAINT pack_letters_pack_id_letter_id_pk PRIMARY KEY (pack_id, letter_id);
ALTER TABLE packs ADD CONSTRAINT packs_number UNIQUE (campaign_id, number);
ALTER TABLE packs ADD CONSTRAINT packs_pkey PRIMARY KEY (id);
ALTER TABLE packs ADD CONSTRAINT packs_public_id_unique UNIQUE (public_id);
ALTER TABLE paper_signatures ADD CONSTRAINT paper_signatures_pkey PRIMARY KEY (id);
ALTER TABLE paper_signatures ADD CONSTRAINT paper_signatures_public_id_unique UNIQUE (public_id);
ALTER TABLE petition_answers ADD CONSTRAINT petition_answers_notice_id_signature_id_pk PRIMARY KEY (notice_id, signature_id);
ALTER TABLE petition_counts ADD CONSTRAINT petition_counts_campaign_id_version_slot_pk PRIMARY KEY (campaign_id, version, slot);
ALTER TABLE petition_drafts ADD CONSTRAINT petition_drafts_pkey PRIMARY KEY (campaign_id);
ALTER TABLE petition_notices ADD CONSTRAINT petition_notices_pkey PRIMARY KEY (id);
ALTER TABLE petition_notices ADD CONSTRAINT petition_notices_public_id_unique UNIQUE (public_id);
ALTER TABLE petition_proposals ADD CONSTRAINT petition_proposals_pkey PRIMARY KEY (id);
ALTER TABLE petition_proposals ADD CONSTRAINT petition_proposals_public_id_unique UNIQUE (public_id);
ALTER TABLE petition_translations ADD CONSTRAINT petition_translations_campaign_id_version_locale_pk PRIMARY KEY (campaign_id, version, locale);
ALTER TABLE petition_versions ADD CONSTRAINT petition_versions_campaign_id_version_pk PRIMARY KEY (campaign_id, version);
ALTER TABLE picture_files ADD CONSTRAINT picture_files_campaign_id_key_width_type_pk PRIMARY KEY (campaign_id, key, width, type);
ALTER TABLE pictures ADD CONSTRAINT pictures_campaign_id_key_pk PRIMARY KEY (campaign_id, key);
ALTER TABLE pledge_changes ADD CONSTRAINT pledge_changes_campaign_id_meeting_id_cell_series_pk PRIMARY KEY (campaign_id, meeting_id, cell, series);
ALTER TABLE pledge_intentions ADD CONSTRAINT pledge_intentions_one_an_item UNIQUE NULLS NOT DISTINCT (pledge_id, ballot_item_id);
ALTER TABLE pledge_intentions ADD CONSTRAINT pledge_intentions_pkey PRIMARY KEY (id);
ALTER TABLE pledge_publications ADD CONSTRAINT pledge_publications_campaign_id_meeting_id_pk PRIMARY KEY (campaign_id, meeting_id);
ALTER TABLE pledge_reminders ADD CONSTRAINT pledge_reminders_once UNIQUE (series, reminder);
ALTER TABLE pledge_reminders ADD CONSTRAINT pledge_reminders_pkey PRIMARY KEY (id);
ALTER TABLE pledge_totals ADD CONSTRAINT pledge_totals_one_row_a_cell UNIQUE NULLS NOT DISTINCT (campaign_id, meeting_id, kind, verification, holding_form, ballot_item_id, intention);
ALTER TABLE pledge_totals ADD CONSTRAINT pledge_totals_pkey PRIMARY KEY (id);
ALTER TABLE pledge_willing ADD CONSTRAINT pledge_willing_pledge_id_willing_pk PRIMARY KEY (pledge_id, willing);
ALTER TABLE pledges ADD CONSTRAINT pledges_meeting_and_kind UNIQUE (id, meeting_id, kind);
ALTER TABLE pledges ADD CONSTRAINT pledges_one_row_a_version UNIQUE (campaign_id, supporter_id, meeting_id, kind, version);
ALTER TABLE pledges ADD CONSTRAINT pledges_pkey PRIMARY KEY (id);
ALTER TABLE pledges ADD CONSTRAINT pledges_public_id_unique UNIQUE (public_id);
ALTER TABLE refusal_warnings ADD CONSTRAINT refusal_warnings_pkey PRIMARY KEY (id);
ALTER TABLE refusals ADD CONSTRAINT refusals_one_an_hour UNIQUE NULLS NOT DISTINCT (hour, why, organizer_id, campaign_id, page, from_hash);
ALTER TABLE refusals ADD CONSTRAINT refusals_pkey PRIMARY KEY (id);
ALTER TABLE result_proposals ADD CONSTRAINT result_proposals_pkey PRIMARY KEY (id);
ALTER TABLE result_proposals ADD CONSTRAINT result_proposals_public_id_unique UNIQUE (public_id);
ALTER TABLE returned_letters ADD CONSTRAINT returned_letters_letter_id_part_id_pk PRIMARY KEY (letter_id, part_id);
ALTER TABLE returned_names ADD CONSTRAINT returned_names_signature_id_part_id_pk PRIMARY KEY (signature_id, part_id);
ALTER TABLE right_periods ADD CONSTRAINT right_periods_pkey PRIMARY KEY (id);
ALTER TABLE share_images ADD CONSTRAINT share_images_campaign_id_locale_number_pk PRIMARY KEY (campaign_id, locale, number);
ALTER TABLE share_links ADD CONSTRAINT share_links_code_unique UNIQUE (code);
ALTER TABLE share_links ADD CONSTRAINT share_links_one_a_person UNIQUE (supporter_id, campaign_id);
ALTER TABLE share_links ADD CONSTRAINT share_links_pkey PRIMARY KEY (id);
ALTER TABLE signature_forms ADD CONSTRAINT signature_forms_pkey PRIMARY KEY (id);
ALTER TABLE signature_forms ADD CONSTRAINT signature_forms_public_id_unique UNIQUE (public_id);
ALTER TABLE signature_reviews ADD CONSTRAINT signature_reviews_pkey PRIMARY KEY (id);
ALTER TABLE signature_reviews ADD CONSTRAINT signature_reviews_public_id_unique UNIQUE (public_id);
ALTER TABLE signature_traces ADD CONSTRAINT signature_traces_pkey PRIMARY KEY (signature_id);
ALTER TABLE signatures ADD CONSTRAINT signatures_one_a_person UNIQUE (supporter_id, campaign_id);
ALTER TABLE signatures ADD CONSTRAINT signatures_pkey PRIMARY KEY (id);
ALTER TABLE signatures ADD CONSTRAINT signatures_public_id_unique UNIQUE (public_id);
ALTER TABLE signatures ADD CONSTRAINT signatures_receipt_code_unique UNIQUE (receipt_code);
ALTER TABLE spent_proofs ADD CONSTRAINT spent_proofs_pkey PRIMARY KEY (sha256);
ALTER TABLE supporters ADD CONSTRAINT supporters_email_canonical_unique UNIQUE (email_canonical);
ALTER TABLE supporters ADD CONSTRAINT supporters_pkey PRIMARY KEY (id);
ALTER TABLE supporters ADD CONSTRAINT supporters_public_id_unique UNIQUE (public_id);
ALTER TABLE suppressions ADD CONSTRAINT suppressions_address_hmac_reason_pk PRIMARY KEY (address_hmac, reason);
ALTER TABLE switches ADD CONSTRAINT switches_pkey PRIMARY KEY (name);
ALTER TABLE targets ADD CONSTRAINT targets_pkey PRIMARY KEY (id);
ALTER TABLE targets ADD CONSTRAINT targets_slug_unique UNIQUE (slug);
ALTER TABLE targets ADD CONSTRAINT targets_zone UNIQUE (id, zone);
ALTER TABLE trace_groups ADD CONSTRAINT trace_groups_signature_id_kind_pk PRIMARY KEY (signature_id, kind);
ALTER TABLE update_counts ADD CONSTRAINT update_counts_update_id_slot_pk PRIMARY KEY (update_id, slot);
ALTER TABLE update_texts ADD CONSTRAINT update_texts_update_id_locale_pk PRIMARY KEY (update_id, locale);
ALTER TABLE updates ADD CONSTRAINT updates_campaign_number UNIQUE (campaign_id, number);
ALTER TABLE updates ADD CONSTRAINT updates_pkey PRIMARY KEY (id);
ALTER TABLE updates ADD CONSTRAINT updates_public_id_unique UNIQUE (public_id);
ALTER TABLE waiting_forms ADD CONSTRAINT waiting_forms_pkey PRIMARY KEY (id);
ALTER TABLE waiting_forms ADD CONSTRAINT waiting_forms_public_id_unique UNIQUE (public_id);
ALTER TABLE watched_names ADD CONSTRAINT watched_names_once UNIQUE (campaign_id, name);
ALTER TABLE watched_names ADD CONSTRAINT watched_names_pkey PRIMARY KEY (id);

CREATE INDEX api_tokens_campaign ON api_tokens USING btree (campaign_id, created_at DESC NULLS LAST);
CREATE INDEX api_tokens_organizer ON api_tokens USING btree (organizer_id);
CREATE INDEX approval_requests_of_campaign ON approval_requests USING btree (campaign_id);
CREATE INDEX approval_requests_of_subject ON approval_requests USING btree (subject, id DESC NULLS LAST);
CREATE INDEX audit_entries_of_action ON audit_entries USING btree (campaign_id, action, id DESC NULLS LAST);
CREATE INDEX audit_entries_of_actor ON audit_entries USING btree (actor, id DESC NULLS LAST);
CREATE INDEX audit_entries_of_export ON audit_entries USING btree (subject) WHERE (action = ANY (ARRAY['export-started'::text, 'export-completed'::text, 'export-aborted'::text, 'holdings-exported'::text]));
CREATE INDEX audit_entries_page ON audit_entries USING btree (campaign_id, id DESC NULLS LAST);
CREATE INDEX audit_entries_views ON audit_entries USING btree (((detail ->> 'pledge'::text))) WHERE (action = 'holding-viewed'::text);
CREATE INDEX bulk_invalidated_signature ON bulk_invalidated USING btree (signature_id);
CREATE INDEX bulk_invalidations_open ON bulk_invalidations USING btree (id) WHERE ((approved_at IS NOT NULL) AND (finished_at IS NULL));
CREATE INDEX bulk_invalidations_to_count ON bulk_invalidations USING btree (id) WHERE ((matched IS NULL) AND (cancelled_at IS NULL));
CREATE INDEX bulk_invalidations_to_undo ON bulk_invalidations USING btree (id) WHERE ((undo_asked_at IS NOT NULL) AND (undone_at IS NULL));
CREATE INDEX campaign_changes_of_thing ON campaign_changes USING btree (campaign_id, thing, thing_id, id);
CREATE INDEX campaign_changes_page ON campaign_changes USING btree (campaign_id, id);

CREATE UNIQUE INDEX campaign_closings_one_waits ON campaign_closings USING btree (campaign_id) WHERE ((approved_at IS NULL) AND (withdrawn_at IS NULL));

CREATE INDEX campaign_organizers_of ON campaign_organizers USING btree (organizer_id);
CREATE INDEX claim_removals_campaign ON claim_removals USING btree (campaign_id, at);
CREATE INDEX comment_reviews_newest_kept ON comment_reviews USING btree (campaign_id, decided_at, id) WHERE (state = 'kept'::text);
CREATE INDEX comment_reviews_on_hold ON comment_reviews USING btree (campaign_id, found_at, signature_id) WHERE ((state = 'queued'::text) AND (cardinality(reasons) > 0));

CREATE UNIQUE INDEX comment_reviews_one_a_signature ON comment_reviews USING btree (signature_id);

CREATE INDEX comment_reviews_page ON comment_reviews USING btree (campaign_id, state, found_at, signature_id);

CREATE UNIQUE INDEX company_proposals_one_waits ON company_proposals USING btree (campaign_id) WHERE ((approved_at IS NULL) AND (withdrawn_at IS NULL));

CREATE INDEX consents_import ON consents USING btree (import_id, supporter_id) WHERE (import_id IS NOT NULL);

CREATE UNIQUE INDEX consents_one_in_force ON consents USING btree (supporter_id, campaign_id, purpose, COALESCE(company_id, 0)) WHERE (revoked_at IS NULL);

CREATE INDEX consents_supporter ON consents USING btree (supporter_id);
CREATE INDEX corrections_campaign ON corrections USING btree (campaign_id, corrected_on);
CREATE INDEX data_requests_of_campaign ON data_requests USING btree (campaign_id, received_on);
CREATE INDEX email_batches_due ON email_batches USING btree (due_at, id) WHERE (state = ANY (ARRAY['queued'::email_batch_state, 'frozen'::email_batch_state]));
CREATE INDEX email_batches_open ON email_batches USING btree (update_id) WHERE (state = 'frozen'::email_batch_state);
CREATE INDEX email_batches_settled ON email_batches USING btree (update_id, settled_at) WHERE (settled_at IS NOT NULL);
CREATE INDEX email_batches_update ON email_batches USING btree (update_id, id) WHERE (state = ANY (ARRAY['queued'::email_batch_state, 'frozen'::email_batch_state]));
CREATE INDEX email_events_email ON email_events USING btree (email_id);
CREATE INDEX erased_letters_campaign ON erased_letters USING btree (campaign_id, state);
CREATE INDEX exports_of_campaign ON exports USING btree (campaign_id, created_at DESC NULLS LAST);
CREATE INDEX exports_to_make ON exports USING btree (id) WHERE (kept AND (completed_at IS NULL));
CREATE INDEX imports_at_work ON imports USING btree (id) WHERE (state = ANY (ARRAY['trying'::import_state, 'importing'::import_state, 'undoing'::import_state]));
CREATE INDEX letter_dispatches_at_work ON letter_dispatches USING btree (id) WHERE (state = ANY (ARRAY['sending'::letter_dispatch_state, 'paused'::letter_dispatch_state]));
CREATE INDEX letter_events_letter ON letter_events USING btree (letter_id, id);
CREATE INDEX letter_names_dispatch ON letter_names USING btree (dispatch_id);
CREATE INDEX letter_openings_letter ON letter_openings USING btree (letter_id);
CREATE INDEX letter_prints_letter ON letter_prints USING btree (letter_id);
CREATE INDEX letter_replies_campaign ON letter_replies USING btree (campaign_id, received_on);
CREATE INDEX letter_replies_dispatch ON letter_replies USING btree (dispatch_id);
CREATE INDEX letter_reports_letter ON letter_reports USING btree (letter_id);
CREATE INDEX letter_reports_open ON letter_reports USING btree (letter_id) WHERE (settled_at IS NULL);
CREATE INDEX letter_template_wordings_campaign ON letter_template_wordings USING btree (campaign_id);
CREATE INDEX letters_by_key ON letters USING btree (key_id) WHERE (key_id IS NOT NULL);
CREATE INDEX letters_dispatch ON letters USING btree (dispatch_id) WHERE (dispatch_id IS NOT NULL);
CREATE INDEX letters_moderation ON letters USING btree (campaign_id, id) WHERE ((publication = 'awaiting'::letter_publication) OR ((hold_reason IS NOT NULL) AND (moderated_at IS NULL)));

CREATE UNIQUE INDEX letters_one_at_a_time ON letters USING btree (campaign_id, supporter_id, company_id) WHERE (state = ANY (ARRAY['confirmed'::letter_state, 'queued'::letter_state]));

CREATE INDEX letters_page ON letters USING btree (campaign_id, created_at, id);
CREATE INDEX letters_pending_by_age ON letters USING btree (created_at) WHERE (state = 'email_pending'::letter_state);
CREATE INDEX letters_published ON letters USING btree (campaign_id, confirmed_at, id) WHERE (publication = 'published'::letter_publication);
CREATE INDEX letters_recipient ON letters USING btree (recipient_id) WHERE (recipient_id IS NOT NULL);
CREATE INDEX letters_search ON letters USING gin (search) WHERE (publication = 'published'::letter_publication);
CREATE INDEX letters_state_page ON letters USING btree (campaign_id, state, created_at, id);
CREATE INDEX letters_supporter ON letters USING btree (supporter_id);
CREATE INDEX letters_unconfirmed ON letters USING btree (supporter_id, campaign_id) WHERE (state = 'email_pending'::letter_state);
CREATE INDEX letters_unscored ON letters USING btree (id) WHERE ((scored_at IS NULL) AND (state <> 'email_pending'::letter_state));
CREATE INDEX letters_withdrawn_after ON letters USING btree (campaign_id) WHERE ((state = 'withdrawn'::letter_state) AND (handed_over_at IS NOT NULL));
CREATE INDEX name_reviews_alike ON name_reviews USING btree (campaign_id, name_sha256) WHERE (state = 'queued'::name_review_state);
CREATE INDEX name_reviews_by_time ON name_reviews USING btree (campaign_id, state, found_at, signature_id);

CREATE UNIQUE INDEX name_reviews_one_a_signature ON name_reviews USING btree (signature_id);

CREATE INDEX name_reviews_page ON name_reviews USING btree (campaign_id, state, id);
CREATE INDEX organizer_browsers_of ON organizer_browsers USING btree (organizer_id, used_at DESC NULLS LAST);

CREATE UNIQUE INDEX organizer_browsers_one_each ON organizer_browsers USING btree (token_hash, organizer_id);

CREATE INDEX organizer_ceremonies_by_address ON organizer_ceremonies USING btree (email_hmac, created_at);
CREATE INDEX organizer_ceremonies_by_budget ON organizer_ceremonies USING btree (budget, created_at) WHERE (budget <> 'anyone'::text);
CREATE INDEX organizer_invitations_open ON organizer_invitations USING btree (campaign_id, created_at DESC NULLS LAST) WHERE (used_at IS NULL);
CREATE INDEX organizer_passkeys_of ON organizer_passkeys USING btree (organizer_id);
CREATE INDEX organizer_recovery_codes_of ON organizer_recovery_codes USING btree (organizer_id);
CREATE INDEX organizer_sessions_organizer ON organizer_sessions USING btree (organizer_id);
CREATE INDEX outbox_ceremony ON outbox USING btree (ceremony_id) WHERE (ceremony_id IS NOT NULL);
CREATE INDEX outbox_due_by_lane ON outbox USING btree (((lane = 'bulk'::email_lane)), due_at, id) WHERE ((state = ANY (ARRAY['queued'::email_state, 'claimed'::email_state])) AND ((update_id IS NULL) OR (supporter_id IS NULL)));
CREATE INDEX outbox_invitation ON outbox USING btree (invitation_id) WHERE (invitation_id IS NOT NULL);
CREATE INDEX outbox_letter ON outbox USING btree (letter_id) WHERE (letter_id IS NOT NULL);
CREATE INDEX outbox_letter_recipient ON outbox USING btree (letter_recipient_id, created_at) WHERE (letter_recipient_id IS NOT NULL);

CREATE UNIQUE INDEX outbox_one_a_letter_part ON outbox USING btree (letter_part_id) WHERE (letter_part_id IS NOT NULL);
CREATE UNIQUE INDEX outbox_one_a_notice ON outbox USING btree (notice_id, signature_id) WHERE (notice_id IS NOT NULL);
CREATE UNIQUE INDEX outbox_one_a_request ON outbox USING btree (approval_request_id, template, organizer_id) WHERE (approval_request_id IS NOT NULL);
CREATE UNIQUE INDEX outbox_one_an_update ON outbox USING btree (update_id, supporter_id) WHERE (template = 'update'::email_template);

CREATE INDEX outbox_organizer ON outbox USING btree (organizer_id) WHERE (organizer_id IS NOT NULL);
CREATE INDEX outbox_pledge ON outbox USING btree (pledge_id) WHERE (pledge_id IS NOT NULL);
CREATE INDEX outbox_problems ON outbox USING btree (update_id, state, problem) WHERE ((template = 'update'::email_template) AND (problem IS NOT NULL));
CREATE INDEX outbox_sealed ON outbox USING btree (created_at) WHERE (sealed_to IS NOT NULL);
CREATE INDEX outbox_signature ON outbox USING btree (signature_id) WHERE (signature_id IS NOT NULL);
CREATE INDEX outbox_supporter ON outbox USING btree (supporter_id, created_at DESC NULLS LAST);
CREATE INDEX outbox_troubled ON outbox USING btree (campaign_id, id) WHERE (state = ANY (ARRAY['bounced'::email_state, 'complained'::email_state, 'failed'::email_state, 'unknown'::email_state]));
CREATE INDEX pack_letters_letter ON pack_letters USING btree (letter_id);
CREATE INDEX paper_signatures_import ON paper_signatures USING btree (import_id, id);
CREATE INDEX paper_signatures_name ON paper_signatures USING btree (campaign_id, lower(name));
CREATE INDEX petition_answers_signature ON petition_answers USING btree (signature_id);

CREATE UNIQUE INDEX petition_notices_one_a_version ON petition_notices USING btree (campaign_id, version) WHERE ((cancelled_at IS NULL) OR (approved_at IS NOT NULL));
CREATE UNIQUE INDEX petition_proposals_one_waits ON petition_proposals USING btree (campaign_id) WHERE ((approved_at IS NULL) AND (withdrawn_at IS NULL));

CREATE INDEX pledge_reminders_due ON pledge_reminders USING btree (due_at) WHERE (state = 'scheduled'::reminder_state);
CREATE INDEX pledge_reminders_pledge ON pledge_reminders USING btree (pledge_id);
CREATE INDEX pledges_by_key ON pledges USING btree (key_id) WHERE (key_id IS NOT NULL);
CREATE INDEX pledges_by_status ON pledges USING btree (campaign_id, status, meeting_id);
CREATE INDEX pledges_edited ON pledges USING btree (campaign_id, meeting_id, series, version) WHERE ((version > 1) AND (status <> 'email_pending'::pledge_status));
CREATE INDEX pledges_fund_outcomes ON pledges USING btree (campaign_id, meeting_id, fund_outcome) WHERE ((status = 'active'::pledge_status) AND (fund_outcome <> 'unknown'::fund_outcome));
CREATE INDEX pledges_kept_until ON pledges USING btree (kept_until) WHERE (kept_until IS NOT NULL);

CREATE UNIQUE INDEX pledges_one_active ON pledges USING btree (campaign_id, supporter_id, meeting_id, kind) WHERE (status = ANY (ARRAY['active'::pledge_status, 'flagged'::pledge_status]));

CREATE INDEX pledges_page ON pledges USING btree (campaign_id, meeting_id, created_at, id);
CREATE INDEX pledges_pending_by_age ON pledges USING btree (created_at) WHERE (status = 'email_pending'::pledge_status);
CREATE INDEX pledges_public ON pledges USING btree (campaign_id, meeting_id, confirmed_at, id) WHERE ((status = 'active'::pledge_status) AND (display <> 'anonymous'::signature_display));
CREATE INDEX pledges_puts_back ON pledges USING btree (puts_back_id) WHERE (puts_back_id IS NOT NULL);
CREATE INDEX pledges_series ON pledges USING btree (series);
CREATE INDEX pledges_supporter ON pledges USING btree (supporter_id);
CREATE INDEX refusal_warnings_of_campaign ON refusal_warnings USING btree (campaign_id, at DESC NULLS LAST);
CREATE INDEX refusals_of_campaign ON refusals USING btree (campaign_id, last_at);
CREATE INDEX refusals_of_organizer ON refusals USING btree (organizer_id, last_at);

CREATE UNIQUE INDEX result_proposals_one_waits ON result_proposals USING btree (campaign_id, meeting_id) WHERE ((approved_at IS NULL) AND (withdrawn_at IS NULL));

CREATE INDEX returned_letters_part ON returned_letters USING btree (part_id);
CREATE INDEX returned_names_part ON returned_names USING btree (part_id);

CREATE UNIQUE INDEX right_periods_now ON right_periods USING btree (campaign_id, organizer_id, "right") WHERE (until IS NULL);

CREATE INDEX right_periods_of_campaign ON right_periods USING btree (campaign_id, "right");
CREATE INDEX right_periods_of_organizer ON right_periods USING btree (organizer_id);
CREATE INDEX signature_forms_email ON signature_forms USING btree (email_id);
CREATE INDEX signature_forms_signature ON signature_forms USING btree (signature_id, id);
CREATE INDEX signature_reviews_newest ON signature_reviews USING btree (campaign_id, id);

CREATE UNIQUE INDEX signature_reviews_one_a_signature ON signature_reviews USING btree (signature_id);

CREATE INDEX signature_reviews_page ON signature_reviews USING btree (campaign_id, state, id);
CREATE INDEX signature_reviews_waiting ON signature_reviews USING btree (campaign_id, id) WHERE waiting;
CREATE INDEX signature_reviews_waiting_main ON signature_reviews USING btree (campaign_id, main, id) WHERE waiting;
CREATE INDEX signature_traces_age ON signature_traces USING brin (seen_at);
CREATE INDEX signature_traces_new_first ON signature_traces USING btree (((rescores > 0)), signature_id) WHERE (scored_at IS NULL);
CREATE INDEX signatures_import ON signatures USING btree (import_id, id) WHERE (import_id IS NOT NULL);
CREATE INDEX signatures_listed ON signatures USING btree (campaign_id, confirmed_at, id) WHERE (listed AND (state = 'confirmed'::signature_state) AND (display <> 'anonymous'::signature_display));
CREATE INDEX signatures_page ON signatures USING btree (campaign_id, signed_at, id);
CREATE INDEX signatures_pending_by_age ON signatures USING btree (signed_at) WHERE (state = 'pending'::signature_state);
CREATE INDEX signatures_share_link ON signatures USING btree (share_link_id) WHERE (share_link_id IS NOT NULL);
CREATE INDEX signatures_state_page ON signatures USING btree (campaign_id, state, signed_at, id);
CREATE INDEX spent_proofs_age ON spent_proofs USING btree (expires_at);
CREATE INDEX supporters_address_parts_of_few ON supporters USING gin (email_canonical gin_trgm_ops) WHERE wrote_or_pledged;
CREATE INDEX supporters_address_search ON supporters USING gin (email_canonical gin_trgm_ops);
CREATE INDEX supporters_domain ON supporters USING btree (split_part(email_canonical, '@'::text, 2));
CREATE INDEX supporters_name_of_few ON supporters USING gin (lower(name) gin_trgm_ops) WHERE wrote_or_pledged;
CREATE INDEX supporters_name_search ON supporters USING gin (lower(name) gin_trgm_ops);
CREATE INDEX trace_groups_age ON trace_groups USING brin (seen_at);
CREATE INDEX trace_groups_members ON trace_groups USING btree (campaign_id, kind, hash, seen_at);
CREATE INDEX updates_at_work ON updates USING btree (send_at) WHERE (state = ANY (ARRAY['scheduled'::update_state, 'sending'::update_state, 'cancelled'::update_state]));
CREATE INDEX updates_continued ON updates USING btree (continues_id);
CREATE INDEX waiting_forms_address ON waiting_forms USING btree (address_hmac, id);
CREATE INDEX waiting_forms_alone ON waiting_forms USING btree (due_at, id) WHERE ((kind = ANY (ARRAY['manage-link'::waiting_form_kind, 'resend'::waiting_form_kind])) OR (attempts > 0));
CREATE INDEX waiting_forms_due ON waiting_forms USING btree (due_at, id);

ALTER TABLE activity_hours ADD CONSTRAINT activity_hours_campaign_id_campaigns_id_fk FOREIGN KEY (campaign_id) REFERENCES campaigns(id);
ALTER TABLE api_tokens ADD CONSTRAINT api_tokens_maker FOREIGN KEY (campaign_id, organizer_id) REFERENCES campaign_organizers(campaign_id, organizer_id) ON DELETE CASCADE;
ALTER TABLE approval_requests ADD CONSTRAINT approval_requests_asked_by_id_organizers_id_fk FOREIGN KEY (asked_by_id) REFERENCES organizers(id) ON DELETE SET NULL;
ALTER TABLE approval_requests ADD CONSTRAINT approval_requests_campaign_id_campaigns_id_fk FOREIGN KEY (campaign_id) REFERENCES campaigns(id);
ALTER TABLE approval_requests ADD CONSTRAINT approval_requests_sent_back_by_id_organizers_id_fk FOREIGN KEY (sent_back_by_id) REFERENCES organizers(id) ON DELETE SET NULL;
ALTER TABLE ballot_items ADD CONSTRAINT ballot_items_meeting_id_meetings_id_fk FOREIGN KEY (meeting_id) REFERENCES meetings(id);
ALTER TABLE bulk_invalidated ADD CONSTRAINT bulk_invalidated_bulk_id_bulk_invalidations_id_fk FOREIGN KEY (bulk_id) REFERENCES bulk_invalidations(id);
ALTER TABLE bulk_invalidated ADD CONSTRAINT bulk_invalidated_signature_id_signatures_id_fk FOREIGN KEY (signature_id) REFERENCES signatures(id) ON DELETE CASCADE;
ALTER TABLE bulk_invalidations ADD CONSTRAINT bulk_invalidations_approved_by_id_organizers_id_fk FOREIGN KEY (approved_by_id) REFERENCES organizers(id) ON DELETE SET NULL;
ALTER TABLE bulk_invalidations ADD CONSTRAINT bulk_invalidations_asked_by_id_organizers_id_fk FOREIGN KEY (asked_by_id) REFERENCES organizers(id) ON DELETE SET NULL;
ALTER TABLE bulk_invalidations ADD CONSTRAINT bulk_invalidations_campaign_id_campaigns_id_fk FOREIGN KEY (campaign_id) REFERENCES campaigns(id);
ALTER TABLE bulk_invalidations ADD CONSTRAINT bulk_invalidations_correction_id_corrections_id_fk FOREIGN KEY (correction_id) REFERENCES corrections(id) ON DELETE SET NULL;
ALTER TABLE bulk_invalidations ADD CONSTRAINT bulk_invalidations_undo_asked_by_id_organizers_id_fk FOREIGN KEY (undo_asked_by_id) REFERENCES organizers(id) ON DELETE SET NULL;
ALTER TABLE campaign_changes ADD CONSTRAINT campaign_changes_campaign_id_campaigns_id_fk FOREIGN KEY (campaign_id) REFERENCES campaigns(id);
ALTER TABLE campaign_closings ADD CONSTRAINT campaign_closings_approved_by_id_organizers_id_fk FOREIGN KEY (approved_by_id) REFERENCES organizers(id) ON DELETE SET NULL;
ALTER TABLE campaign_closings ADD CONSTRAINT campaign_closings_asked_by_id_organizers_id_fk FOREIGN KEY (asked_by_id) REFERENCES organizers(id) ON DELETE SET NULL;
ALTER TABLE campaign_closings ADD CONSTRAINT campaign_closings_campaign_id_campaigns_id_fk FOREIGN KEY (campaign_id) REFERENCES campaigns(id);
ALTER TABLE campaign_companies ADD CONSTRAINT campaign_companies_campaign_id_campaigns_id_fk FOREIGN KEY (campaign_id) REFERENCES campaigns(id);
ALTER TABLE campaign_companies ADD CONSTRAINT campaign_companies_company_id_targets_id_fk FOREIGN KEY (company_id) REFERENCES targets(id);
ALTER TABLE campaign_companies ADD CONSTRAINT campaign_companies_meeting_id_meetings_id_fk FOREIGN KEY (meeting_id) REFERENCES meetings(id);
ALTER TABLE campaign_counts ADD CONSTRAINT campaign_counts_campaign_id_campaigns_id_fk FOREIGN KEY (campaign_id) REFERENCES campaigns(id);
ALTER TABLE campaign_milestones ADD CONSTRAINT campaign_milestones_campaign_id_campaigns_id_fk FOREIGN KEY (campaign_id) REFERENCES campaigns(id);
ALTER TABLE campaign_organizers ADD CONSTRAINT campaign_organizers_campaign_id_campaigns_id_fk FOREIGN KEY (campaign_id) REFERENCES campaigns(id);
ALTER TABLE campaign_organizers ADD CONSTRAINT campaign_organizers_organizer_id_organizers_id_fk FOREIGN KEY (organizer_id) REFERENCES organizers(id) ON DELETE CASCADE;
ALTER TABLE campaign_translations ADD CONSTRAINT campaign_translations_campaign_id_campaigns_id_fk FOREIGN KEY (campaign_id) REFERENCES campaigns(id);
ALTER TABLE campaigns ADD CONSTRAINT campaigns_target_id_targets_id_fk FOREIGN KEY (target_id) REFERENCES targets(id);
ALTER TABLE claim_removals ADD CONSTRAINT claim_removals_campaign_id_campaigns_id_fk FOREIGN KEY (campaign_id) REFERENCES campaigns(id);
ALTER TABLE claims ADD CONSTRAINT claims_campaign_id_campaigns_id_fk FOREIGN KEY (campaign_id) REFERENCES campaigns(id);
ALTER TABLE co_filers ADD CONSTRAINT co_filers_changed_by_organizers_id_fk FOREIGN KEY (changed_by) REFERENCES organizers(id) ON DELETE SET NULL;
ALTER TABLE co_filers ADD CONSTRAINT co_filers_pledge_id_pledges_id_fk FOREIGN KEY (pledge_id) REFERENCES pledges(id) ON DELETE CASCADE;
ALTER TABLE co_filing_rules ADD CONSTRAINT co_filing_rules_target_id_targets_id_fk FOREIGN KEY (target_id) REFERENCES targets(id);
ALTER TABLE comment_reviews ADD CONSTRAINT comment_reviews_campaign_id_campaigns_id_fk FOREIGN KEY (campaign_id) REFERENCES campaigns(id);
ALTER TABLE comment_reviews ADD CONSTRAINT comment_reviews_decided_by_id_organizers_id_fk FOREIGN KEY (decided_by_id) REFERENCES organizers(id) ON DELETE SET NULL;
ALTER TABLE comment_reviews ADD CONSTRAINT comment_reviews_signature_id_signatures_id_fk FOREIGN KEY (signature_id) REFERENCES signatures(id) ON DELETE CASCADE;
ALTER TABLE company_proposals ADD CONSTRAINT company_proposals_approved_by_id_organizers_id_fk FOREIGN KEY (approved_by_id) REFERENCES organizers(id) ON DELETE SET NULL;
ALTER TABLE company_proposals ADD CONSTRAINT company_proposals_asked_by_id_organizers_id_fk FOREIGN KEY (asked_by_id) REFERENCES organizers(id) ON DELETE SET NULL;
ALTER TABLE company_proposals ADD CONSTRAINT company_proposals_campaign_id_campaigns_id_fk FOREIGN KEY (campaign_id) REFERENCES campaigns(id);
ALTER TABLE consents ADD CONSTRAINT consents_campaign_id_campaigns_id_fk FOREIGN KEY (campaign_id) REFERENCES campaigns(id);
ALTER TABLE consents ADD CONSTRAINT consents_company_id_targets_id_fk FOREIGN KEY (company_id) REFERENCES targets(id);
ALTER TABLE consents ADD CONSTRAINT consents_import_id_imports_id_fk FOREIGN KEY (import_id) REFERENCES imports(id);
ALTER TABLE consents ADD CONSTRAINT consents_supporter_id_supporters_id_fk FOREIGN KEY (supporter_id) REFERENCES supporters(id) ON DELETE CASCADE;
ALTER TABLE corrections ADD CONSTRAINT corrections_campaign_id_campaigns_id_fk FOREIGN KEY (campaign_id) REFERENCES campaigns(id);
ALTER TABLE corrections ADD CONSTRAINT corrections_claim_id_claims_id_fk FOREIGN KEY (claim_id) REFERENCES claims(id) ON DELETE SET NULL;
ALTER TABLE data_requests ADD CONSTRAINT data_requests_campaign_id_campaigns_id_fk FOREIGN KEY (campaign_id) REFERENCES campaigns(id);
ALTER TABLE data_requests ADD CONSTRAINT data_requests_recorded_by_id_organizers_id_fk FOREIGN KEY (recorded_by_id) REFERENCES organizers(id) ON DELETE SET NULL;
ALTER TABLE email_batches ADD CONSTRAINT email_batches_update_id_updates_id_fk FOREIGN KEY (update_id) REFERENCES updates(id) ON DELETE CASCADE;
ALTER TABLE email_events ADD CONSTRAINT email_events_email_id_outbox_id_fk FOREIGN KEY (email_id) REFERENCES outbox(id) ON DELETE CASCADE;
ALTER TABLE erased_letters ADD CONSTRAINT erased_letters_campaign_id_campaigns_id_fk FOREIGN KEY (campaign_id) REFERENCES campaigns(id);
ALTER TABLE erased_letters ADD CONSTRAINT erased_letters_company_id_targets_id_fk FOREIGN KEY (company_id) REFERENCES targets(id);
ALTER TABLE erased_signatures ADD CONSTRAINT erased_signatures_campaign_id_campaigns_id_fk FOREIGN KEY (campaign_id) REFERENCES campaigns(id);
ALTER TABLE erased_signatures ADD CONSTRAINT erased_signatures_petition_version FOREIGN KEY (campaign_id, petition_version) REFERENCES petition_versions(campaign_id, version);
ALTER TABLE export_filters ADD CONSTRAINT export_filters_campaign_id_campaigns_id_fk FOREIGN KEY (campaign_id) REFERENCES campaigns(id);
ALTER TABLE export_filters ADD CONSTRAINT export_filters_created_by_id_organizers_id_fk FOREIGN KEY (created_by_id) REFERENCES organizers(id) ON DELETE SET NULL;
ALTER TABLE exports ADD CONSTRAINT exports_campaign_id_campaigns_id_fk FOREIGN KEY (campaign_id) REFERENCES campaigns(id);
ALTER TABLE import_outcomes ADD CONSTRAINT import_outcomes_import_id_imports_id_fk FOREIGN KEY (import_id) REFERENCES imports(id);
ALTER TABLE imports ADD CONSTRAINT imports_campaign_id_campaigns_id_fk FOREIGN KEY (campaign_id) REFERENCES campaigns(id);
ALTER TABLE imports ADD CONSTRAINT imports_organizer_id_organizers_id_fk FOREIGN KEY (organizer_id) REFERENCES organizers(id) ON DELETE SET NULL;
ALTER TABLE issuer_snapshots ADD CONSTRAINT issuer_snapshots_target_id_targets_id_fk FOREIGN KEY (target_id) REFERENCES targets(id);
ALTER TABLE letter_counts ADD CONSTRAINT letter_counts_campaign_id_campaigns_id_fk FOREIGN KEY (campaign_id) REFERENCES campaigns(id);
ALTER TABLE letter_counts ADD CONSTRAINT letter_counts_company_id_targets_id_fk FOREIGN KEY (company_id) REFERENCES targets(id);
ALTER TABLE letter_dispatches ADD CONSTRAINT letter_dispatches_approved_by_id_organizers_id_fk FOREIGN KEY (approved_by_id) REFERENCES organizers(id) ON DELETE SET NULL;
ALTER TABLE letter_dispatches ADD CONSTRAINT letter_dispatches_author_id_organizers_id_fk FOREIGN KEY (author_id) REFERENCES organizers(id) ON DELETE SET NULL;
ALTER TABLE letter_dispatches ADD CONSTRAINT letter_dispatches_campaign_id_campaigns_id_fk FOREIGN KEY (campaign_id) REFERENCES campaigns(id);
ALTER TABLE letter_dispatches ADD CONSTRAINT letter_dispatches_company_id_targets_id_fk FOREIGN KEY (company_id) REFERENCES targets(id);
ALTER TABLE letter_dispatches ADD CONSTRAINT letter_dispatches_edited_by_id_organizers_id_fk FOREIGN KEY (edited_by_id) REFERENCES organizers(id) ON DELETE SET NULL;
ALTER TABLE letter_dispatches ADD CONSTRAINT letter_dispatches_recipient_id_letter_recipients_id_fk FOREIGN KEY (recipient_id) REFERENCES letter_recipients(id);
ALTER TABLE letter_dispatches ADD CONSTRAINT letter_dispatches_submitted_by_id_organizers_id_fk FOREIGN KEY (submitted_by_id) REFERENCES organizers(id) ON DELETE SET NULL;
ALTER TABLE letter_dispatches ADD CONSTRAINT letter_dispatches_to_an_office_of_their_company FOREIGN KEY (recipient_id, company_id) REFERENCES letter_recipients(id, company_id);
ALTER TABLE letter_events ADD CONSTRAINT letter_events_letter_id_letters_id_fk FOREIGN KEY (letter_id) REFERENCES letters(id) ON DELETE CASCADE;
ALTER TABLE letter_names ADD CONSTRAINT letter_names_dispatch_id_letter_dispatches_id_fk FOREIGN KEY (dispatch_id) REFERENCES letter_dispatches(id);
ALTER TABLE letter_names ADD CONSTRAINT letter_names_signature_id_signatures_id_fk FOREIGN KEY (signature_id) REFERENCES signatures(id) ON DELETE CASCADE;
ALTER TABLE letter_names ADD CONSTRAINT letter_names_to_their_company FOREIGN KEY (dispatch_id, company_id) REFERENCES letter_dispatches(id, company_id);
ALTER TABLE letter_openings ADD CONSTRAINT letter_openings_dispatch_id_letter_dispatches_id_fk FOREIGN KEY (dispatch_id) REFERENCES letter_dispatches(id) ON DELETE CASCADE;
ALTER TABLE letter_openings ADD CONSTRAINT letter_openings_letter_id_letters_id_fk FOREIGN KEY (letter_id) REFERENCES letters(id) ON DELETE CASCADE;
ALTER TABLE letter_openings ADD CONSTRAINT letter_openings_organizer_id_organizers_id_fk FOREIGN KEY (organizer_id) REFERENCES organizers(id) ON DELETE CASCADE;
ALTER TABLE letter_parts ADD CONSTRAINT letter_parts_dispatch_id_letter_dispatches_id_fk FOREIGN KEY (dispatch_id) REFERENCES letter_dispatches(id);
ALTER TABLE letter_prints ADD CONSTRAINT letter_prints_campaign_id_campaigns_id_fk FOREIGN KEY (campaign_id) REFERENCES campaigns(id);
ALTER TABLE letter_prints ADD CONSTRAINT letter_prints_letter_id_letters_id_fk FOREIGN KEY (letter_id) REFERENCES letters(id) ON DELETE CASCADE;
ALTER TABLE letter_recipients ADD CONSTRAINT letter_recipients_campaign_id_campaigns_id_fk FOREIGN KEY (campaign_id) REFERENCES campaigns(id);
ALTER TABLE letter_recipients ADD CONSTRAINT letter_recipients_company_id_targets_id_fk FOREIGN KEY (company_id) REFERENCES targets(id);
ALTER TABLE letter_recipients ADD CONSTRAINT letter_recipients_verified_by_id_organizers_id_fk FOREIGN KEY (verified_by_id) REFERENCES organizers(id) ON DELETE SET NULL;
ALTER TABLE letter_replies ADD CONSTRAINT letter_replies_approved_by_id_organizers_id_fk FOREIGN KEY (approved_by_id) REFERENCES organizers(id) ON DELETE SET NULL;
ALTER TABLE letter_replies ADD CONSTRAINT letter_replies_campaign_id_campaigns_id_fk FOREIGN KEY (campaign_id) REFERENCES campaigns(id);
ALTER TABLE letter_replies ADD CONSTRAINT letter_replies_dispatch_id_letter_dispatches_id_fk FOREIGN KEY (dispatch_id) REFERENCES letter_dispatches(id);
ALTER TABLE letter_replies ADD CONSTRAINT letter_replies_recorded_by_id_organizers_id_fk FOREIGN KEY (recorded_by_id) REFERENCES organizers(id) ON DELETE SET NULL;
ALTER TABLE letter_reports ADD CONSTRAINT letter_reports_letter_id_letters_id_fk FOREIGN KEY (letter_id) REFERENCES letters(id) ON DELETE CASCADE;
ALTER TABLE letter_reports ADD CONSTRAINT letter_reports_settled_by_id_organizers_id_fk FOREIGN KEY (settled_by_id) REFERENCES organizers(id) ON DELETE SET NULL;
ALTER TABLE letter_settings ADD CONSTRAINT letter_settings_campaign_id_campaigns_id_fk FOREIGN KEY (campaign_id) REFERENCES campaigns(id);
ALTER TABLE letter_settings ADD CONSTRAINT letter_settings_edited_by_id_organizers_id_fk FOREIGN KEY (edited_by_id) REFERENCES organizers(id) ON DELETE SET NULL;
ALTER TABLE letter_template_wordings ADD CONSTRAINT letter_template_wordings_campaign_id_campaigns_id_fk FOREIGN KEY (campaign_id) REFERENCES campaigns(id);
ALTER TABLE letter_templates ADD CONSTRAINT letter_templates_campaign_id_campaigns_id_fk FOREIGN KEY (campaign_id) REFERENCES campaigns(id);
ALTER TABLE letter_templates ADD CONSTRAINT letter_templates_edited_by_id_organizers_id_fk FOREIGN KEY (edited_by_id) REFERENCES organizers(id) ON DELETE SET NULL;
ALTER TABLE letters ADD CONSTRAINT letters_campaign_id_campaigns_id_fk FOREIGN KEY (campaign_id) REFERENCES campaigns(id);
ALTER TABLE letters ADD CONSTRAINT letters_company_id_targets_id_fk FOREIGN KEY (company_id) REFERENCES targets(id);
ALTER TABLE letters ADD CONSTRAINT letters_dispatch_id_letter_dispatches_id_fk FOREIGN KEY (dispatch_id) REFERENCES letter_dispatches(id);
ALTER TABLE letters ADD CONSTRAINT letters_in_a_dispatch_to_their_company FOREIGN KEY (dispatch_id, company_id) REFERENCES letter_dispatches(id, company_id);
ALTER TABLE letters ADD CONSTRAINT letters_moderated_by_id_organizers_id_fk FOREIGN KEY (moderated_by_id) REFERENCES organizers(id) ON DELETE SET NULL;
ALTER TABLE letters ADD CONSTRAINT letters_supporter_id_supporters_id_fk FOREIGN KEY (supporter_id) REFERENCES supporters(id) ON DELETE CASCADE;
ALTER TABLE letters ADD CONSTRAINT letters_to_a_company_of_the_campaign FOREIGN KEY (campaign_id, company_id) REFERENCES campaign_companies(campaign_id, company_id);
ALTER TABLE letters ADD CONSTRAINT letters_to_a_recipient_of_the_campaign FOREIGN KEY (recipient_id, campaign_id, company_id) REFERENCES letter_recipients(id, campaign_id, company_id);
ALTER TABLE meetings ADD CONSTRAINT meetings_in_zone_of_target FOREIGN KEY (target_id, zone) REFERENCES targets(id, zone) ON UPDATE CASCADE;
ALTER TABLE meetings ADD CONSTRAINT meetings_target_id_targets_id_fk FOREIGN KEY (target_id) REFERENCES targets(id);
ALTER TABLE name_reviews ADD CONSTRAINT name_reviews_campaign_id_campaigns_id_fk FOREIGN KEY (campaign_id) REFERENCES campaigns(id);
ALTER TABLE name_reviews ADD CONSTRAINT name_reviews_decided_by_id_organizers_id_fk FOREIGN KEY (decided_by_id) REFERENCES organizers(id) ON DELETE SET NULL;
ALTER TABLE name_reviews ADD CONSTRAINT name_reviews_signature_id_signatures_id_fk FOREIGN KEY (signature_id) REFERENCES signatures(id) ON DELETE CASCADE;
ALTER TABLE names_awaiting_review ADD CONSTRAINT names_awaiting_review_signature_id_signatures_id_fk FOREIGN KEY (signature_id) REFERENCES signatures(id) ON DELETE CASCADE;
ALTER TABLE notice_counts ADD CONSTRAINT notice_counts_notice_id_petition_notices_id_fk FOREIGN KEY (notice_id) REFERENCES petition_notices(id);
ALTER TABLE organizer_browsers ADD CONSTRAINT organizer_browsers_organizer_id_organizers_id_fk FOREIGN KEY (organizer_id) REFERENCES organizers(id) ON DELETE CASCADE;
ALTER TABLE organizer_ceremonies ADD CONSTRAINT organizer_ceremonies_invitation_id_organizer_invitations_id_fk FOREIGN KEY (invitation_id) REFERENCES organizer_invitations(id) ON DELETE CASCADE;
ALTER TABLE organizer_ceremonies ADD CONSTRAINT organizer_ceremonies_organizer_id_organizers_id_fk FOREIGN KEY (organizer_id) REFERENCES organizers(id) ON DELETE CASCADE;
ALTER TABLE organizer_challenges ADD CONSTRAINT organizer_challenges_organizer_id_organizers_id_fk FOREIGN KEY (organizer_id) REFERENCES organizers(id) ON DELETE CASCADE;
ALTER TABLE organizer_invitations ADD CONSTRAINT organizer_invitations_campaign_id_campaigns_id_fk FOREIGN KEY (campaign_id) REFERENCES campaigns(id);
ALTER TABLE organizer_invitations ADD CONSTRAINT organizer_invitations_invited_by_id_organizers_id_fk FOREIGN KEY (invited_by_id) REFERENCES organizers(id) ON DELETE SET NULL;
ALTER TABLE organizer_passkeys ADD CONSTRAINT organizer_passkeys_organizer_id_organizers_id_fk FOREIGN KEY (organizer_id) REFERENCES organizers(id) ON DELETE CASCADE;
ALTER TABLE organizer_proofs ADD CONSTRAINT organizer_proofs_session_id_organizer_sessions_id_fk FOREIGN KEY (session_id) REFERENCES organizer_sessions(id) ON DELETE CASCADE;
ALTER TABLE organizer_recovery_codes ADD CONSTRAINT organizer_recovery_codes_organizer_id_organizers_id_fk FOREIGN KEY (organizer_id) REFERENCES organizers(id) ON DELETE CASCADE;
ALTER TABLE organizer_sessions ADD CONSTRAINT organizer_sessions_organizer_id_organizers_id_fk FOREIGN KEY (organizer_id) REFERENCES organizers(id) ON DELETE CASCADE;
ALTER TABLE outbox ADD CONSTRAINT outbox_approval_request_id_approval_requests_id_fk FOREIGN KEY (approval_request_id) REFERENCES approval_requests(id);
ALTER TABLE outbox ADD CONSTRAINT outbox_campaign_id_campaigns_id_fk FOREIGN KEY (campaign_id) REFERENCES campaigns(id);
ALTER TABLE outbox ADD CONSTRAINT outbox_ceremony_id_organizer_ceremonies_id_fk FOREIGN KEY (ceremony_id) REFERENCES organizer_ceremonies(id) ON DELETE CASCADE;
ALTER TABLE outbox ADD CONSTRAINT outbox_dispatch_id_letter_dispatches_id_fk FOREIGN KEY (dispatch_id) REFERENCES letter_dispatches(id);
ALTER TABLE outbox ADD CONSTRAINT outbox_invitation_id_organizer_invitations_id_fk FOREIGN KEY (invitation_id) REFERENCES organizer_invitations(id) ON DELETE CASCADE;
ALTER TABLE outbox ADD CONSTRAINT outbox_letter_id_letters_id_fk FOREIGN KEY (letter_id) REFERENCES letters(id) ON DELETE CASCADE;
ALTER TABLE outbox ADD CONSTRAINT outbox_letter_part_id_letter_parts_id_fk FOREIGN KEY (letter_part_id) REFERENCES letter_parts(id);
ALTER TABLE outbox ADD CONSTRAINT outbox_letter_recipient_id_letter_recipients_id_fk FOREIGN KEY (letter_recipient_id) REFERENCES letter_recipients(id);
ALTER TABLE outbox ADD CONSTRAINT outbox_notice_id_petition_notices_id_fk FOREIGN KEY (notice_id) REFERENCES petition_notices(id);
ALTER TABLE outbox ADD CONSTRAINT outbox_organizer_id_organizers_id_fk FOREIGN KEY (organizer_id) REFERENCES organizers(id) ON DELETE CASCADE;
ALTER TABLE outbox ADD CONSTRAINT outbox_pledge_id_pledges_id_fk FOREIGN KEY (pledge_id) REFERENCES pledges(id) ON DELETE CASCADE;
ALTER TABLE outbox ADD CONSTRAINT outbox_refusal_warning_id_refusal_warnings_id_fk FOREIGN KEY (refusal_warning_id) REFERENCES refusal_warnings(id);
ALTER TABLE outbox ADD CONSTRAINT outbox_right_period_id_right_periods_id_fk FOREIGN KEY (right_period_id) REFERENCES right_periods(id) ON DELETE CASCADE;
ALTER TABLE outbox ADD CONSTRAINT outbox_signature_id_signatures_id_fk FOREIGN KEY (signature_id) REFERENCES signatures(id) ON DELETE CASCADE;
ALTER TABLE outbox ADD CONSTRAINT outbox_supporter_id_supporters_id_fk FOREIGN KEY (supporter_id) REFERENCES supporters(id) ON DELETE CASCADE;
ALTER TABLE outbox ADD CONSTRAINT outbox_update_id_updates_id_fk FOREIGN KEY (update_id) REFERENCES updates(id) ON DELETE CASCADE;
ALTER TABLE pack_letters ADD CONSTRAINT pack_letters_letter_id_letters_id_fk FOREIGN KEY (letter_id) REFERENCES letters(id) ON DELETE CASCADE;
ALTER TABLE pack_letters ADD CONSTRAINT pack_letters_pack_id_packs_id_fk FOREIGN KEY (pack_id) REFERENCES packs(id);
ALTER TABLE packs ADD CONSTRAINT packs_approved_by_id_organizers_id_fk FOREIGN KEY (approved_by_id) REFERENCES organizers(id) ON DELETE SET NULL;
ALTER TABLE packs ADD CONSTRAINT packs_asked_by_id_organizers_id_fk FOREIGN KEY (asked_by_id) REFERENCES organizers(id) ON DELETE SET NULL;
ALTER TABLE packs ADD CONSTRAINT packs_campaign_id_campaigns_id_fk FOREIGN KEY (campaign_id) REFERENCES campaigns(id);
ALTER TABLE packs ADD CONSTRAINT packs_company_id_targets_id_fk FOREIGN KEY (company_id) REFERENCES targets(id);
ALTER TABLE packs ADD CONSTRAINT packs_discarded_by_id_organizers_id_fk FOREIGN KEY (discarded_by_id) REFERENCES organizers(id) ON DELETE SET NULL;
ALTER TABLE packs ADD CONSTRAINT packs_hand_over_approved_by_id_organizers_id_fk FOREIGN KEY (hand_over_approved_by_id) REFERENCES organizers(id) ON DELETE SET NULL;
ALTER TABLE packs ADD CONSTRAINT packs_hand_over_asked_by_id_organizers_id_fk FOREIGN KEY (hand_over_asked_by_id) REFERENCES organizers(id) ON DELETE SET NULL;
ALTER TABLE packs ADD CONSTRAINT packs_handed_over_by_id_organizers_id_fk FOREIGN KEY (handed_over_by_id) REFERENCES organizers(id) ON DELETE SET NULL;
ALTER TABLE paper_signatures ADD CONSTRAINT paper_signatures_campaign_id_campaigns_id_fk FOREIGN KEY (campaign_id) REFERENCES campaigns(id);
ALTER TABLE paper_signatures ADD CONSTRAINT paper_signatures_import_id_imports_id_fk FOREIGN KEY (import_id) REFERENCES imports(id);
ALTER TABLE petition_answers ADD CONSTRAINT petition_answers_notice_id_petition_notices_id_fk FOREIGN KEY (notice_id) REFERENCES petition_notices(id);
ALTER TABLE petition_answers ADD CONSTRAINT petition_answers_signature_id_signatures_id_fk FOREIGN KEY (signature_id) REFERENCES signatures(id) ON DELETE CASCADE;
ALTER TABLE petition_counts ADD CONSTRAINT petition_counts_campaign_id_campaigns_id_fk FOREIGN KEY (campaign_id) REFERENCES campaigns(id);
ALTER TABLE petition_drafts ADD CONSTRAINT petition_drafts_campaign_id_campaigns_id_fk FOREIGN KEY (campaign_id) REFERENCES campaigns(id);
ALTER TABLE petition_notices ADD CONSTRAINT petition_notices_approved_by_id_organizers_id_fk FOREIGN KEY (approved_by_id) REFERENCES organizers(id) ON DELETE SET NULL;
ALTER TABLE petition_notices ADD CONSTRAINT petition_notices_asked_by_id_organizers_id_fk FOREIGN KEY (asked_by_id) REFERENCES organizers(id) ON DELETE SET NULL;
ALTER TABLE petition_notices ADD CONSTRAINT petition_notices_campaign_id_campaigns_id_fk FOREIGN KEY (campaign_id) REFERENCES campaigns(id);
ALTER TABLE petition_notices ADD CONSTRAINT petition_notices_cancelled_by_id_organizers_id_fk FOREIGN KEY (cancelled_by_id) REFERENCES organizers(id) ON DELETE SET NULL;
ALTER TABLE petition_notices ADD CONSTRAINT petition_notices_of_a_version FOREIGN KEY (campaign_id, version) REFERENCES petition_versions(campaign_id, version);
ALTER TABLE petition_proposals ADD CONSTRAINT petition_proposals_approved_by_id_organizers_id_fk FOREIGN KEY (approved_by_id) REFERENCES organizers(id) ON DELETE SET NULL;
ALTER TABLE petition_proposals ADD CONSTRAINT petition_proposals_asked_by_id_organizers_id_fk FOREIGN KEY (asked_by_id) REFERENCES organizers(id) ON DELETE SET NULL;
ALTER TABLE petition_proposals ADD CONSTRAINT petition_proposals_campaign_id_campaigns_id_fk FOREIGN KEY (campaign_id) REFERENCES campaigns(id);
ALTER TABLE petition_proposals ADD CONSTRAINT petition_proposals_edited_by_id_organizers_id_fk FOREIGN KEY (edited_by_id) REFERENCES organizers(id) ON DELETE SET NULL;
ALTER TABLE petition_translations ADD CONSTRAINT petition_translations_of_a_version FOREIGN KEY (campaign_id, version) REFERENCES petition_versions(campaign_id, version);
ALTER TABLE petition_versions ADD CONSTRAINT petition_versions_campaign_id_campaigns_id_fk FOREIGN KEY (campaign_id) REFERENCES campaigns(id);
ALTER TABLE picture_files ADD CONSTRAINT picture_files_campaign_id_key_pictures_campaign_id_key_fk FOREIGN KEY (campaign_id, key) REFERENCES pictures(campaign_id, key) ON DELETE CASCADE;
ALTER TABLE pictures ADD CONSTRAINT pictures_campaign_id_campaigns_id_fk FOREIGN KEY (campaign_id) REFERENCES campaigns(id);
ALTER TABLE pledge_changes ADD CONSTRAINT pledge_changes_campaign_id_campaigns_id_fk FOREIGN KEY (campaign_id) REFERENCES campaigns(id);
ALTER TABLE pledge_changes ADD CONSTRAINT pledge_changes_meeting_id_meetings_id_fk FOREIGN KEY (meeting_id) REFERENCES meetings(id);
ALTER TABLE pledge_intentions ADD CONSTRAINT pledge_intentions_item_of_meeting FOREIGN KEY (ballot_item_id, meeting_id) REFERENCES ballot_items(id, meeting_id);
ALTER TABLE pledge_intentions ADD CONSTRAINT pledge_intentions_pledge FOREIGN KEY (pledge_id, meeting_id, kind) REFERENCES pledges(id, meeting_id, kind) ON DELETE CASCADE;
ALTER TABLE pledge_publications ADD CONSTRAINT pledge_publications_campaign_id_campaigns_id_fk FOREIGN KEY (campaign_id) REFERENCES campaigns(id);
ALTER TABLE pledge_publications ADD CONSTRAINT pledge_publications_meeting_id_meetings_id_fk FOREIGN KEY (meeting_id) REFERENCES meetings(id);
ALTER TABLE pledge_reminders ADD CONSTRAINT pledge_reminders_pledge_id_pledges_id_fk FOREIGN KEY (pledge_id) REFERENCES pledges(id) ON DELETE CASCADE;
ALTER TABLE pledge_totals ADD CONSTRAINT pledge_totals_campaign_id_campaigns_id_fk FOREIGN KEY (campaign_id) REFERENCES campaigns(id);
ALTER TABLE pledge_totals ADD CONSTRAINT pledge_totals_item_of_meeting FOREIGN KEY (ballot_item_id, meeting_id) REFERENCES ballot_items(id, meeting_id);
ALTER TABLE pledge_totals ADD CONSTRAINT pledge_totals_meeting_id_meetings_id_fk FOREIGN KEY (meeting_id) REFERENCES meetings(id);
ALTER TABLE pledge_willing ADD CONSTRAINT pledge_willing_pledge_id_pledges_id_fk FOREIGN KEY (pledge_id) REFERENCES pledges(id) ON DELETE CASCADE;
ALTER TABLE pledges ADD CONSTRAINT pledges_campaign_id_campaigns_id_fk FOREIGN KEY (campaign_id) REFERENCES campaigns(id);
ALTER TABLE pledges ADD CONSTRAINT pledges_meeting_id_meetings_id_fk FOREIGN KEY (meeting_id) REFERENCES meetings(id);
ALTER TABLE pledges ADD CONSTRAINT pledges_puts_back_id_pledges_id_fk FOREIGN KEY (puts_back_id) REFERENCES pledges(id) ON DELETE SET NULL;
ALTER TABLE pledges ADD CONSTRAINT pledges_reviewed_by_organizers_id_fk FOREIGN KEY (reviewed_by) REFERENCES organizers(id) ON DELETE SET NULL;
ALTER TABLE pledges ADD CONSTRAINT pledges_supporter_id_supporters_id_fk FOREIGN KEY (supporter_id) REFERENCES supporters(id) ON DELETE CASCADE;
ALTER TABLE pledges ADD CONSTRAINT pledges_verified_by_organizers_id_fk FOREIGN KEY (verified_by) REFERENCES organizers(id) ON DELETE SET NULL;
ALTER TABLE refusal_warnings ADD CONSTRAINT refusal_warnings_campaign_id_campaigns_id_fk FOREIGN KEY (campaign_id) REFERENCES campaigns(id);
ALTER TABLE result_proposals ADD CONSTRAINT result_proposals_approved_by_id_organizers_id_fk FOREIGN KEY (approved_by_id) REFERENCES organizers(id) ON DELETE SET NULL;
ALTER TABLE result_proposals ADD CONSTRAINT result_proposals_asked_by_id_organizers_id_fk FOREIGN KEY (asked_by_id) REFERENCES organizers(id) ON DELETE SET NULL;
ALTER TABLE result_proposals ADD CONSTRAINT result_proposals_campaign_id_campaigns_id_fk FOREIGN KEY (campaign_id) REFERENCES campaigns(id);
ALTER TABLE result_proposals ADD CONSTRAINT result_proposals_meeting_id_meetings_id_fk FOREIGN KEY (meeting_id) REFERENCES meetings(id);
ALTER TABLE returned_letters ADD CONSTRAINT returned_letters_letter_id_letters_id_fk FOREIGN KEY (letter_id) REFERENCES letters(id) ON DELETE CASCADE;
ALTER TABLE returned_letters ADD CONSTRAINT returned_letters_part_id_letter_parts_id_fk FOREIGN KEY (part_id) REFERENCES letter_parts(id);
ALTER TABLE returned_names ADD CONSTRAINT returned_names_part_id_letter_parts_id_fk FOREIGN KEY (part_id) REFERENCES letter_parts(id);
ALTER TABLE returned_names ADD CONSTRAINT returned_names_signature_id_signatures_id_fk FOREIGN KEY (signature_id) REFERENCES signatures(id) ON DELETE CASCADE;
ALTER TABLE right_periods ADD CONSTRAINT right_periods_campaign_id_campaigns_id_fk FOREIGN KEY (campaign_id) REFERENCES campaigns(id);
ALTER TABLE right_periods ADD CONSTRAINT right_periods_given_by_id_organizers_id_fk FOREIGN KEY (given_by_id) REFERENCES organizers(id) ON DELETE SET NULL;
ALTER TABLE right_periods ADD CONSTRAINT right_periods_organizer_id_organizers_id_fk FOREIGN KEY (organizer_id) REFERENCES organizers(id) ON DELETE CASCADE;
ALTER TABLE right_periods ADD CONSTRAINT right_periods_taken_by_id_organizers_id_fk FOREIGN KEY (taken_by_id) REFERENCES organizers(id) ON DELETE SET NULL;
ALTER TABLE share_images ADD CONSTRAINT share_images_campaign_id_campaigns_id_fk FOREIGN KEY (campaign_id) REFERENCES campaigns(id);
ALTER TABLE share_links ADD CONSTRAINT share_links_campaign_id_campaigns_id_fk FOREIGN KEY (campaign_id) REFERENCES campaigns(id);
ALTER TABLE share_links ADD CONSTRAINT share_links_supporter_id_supporters_id_fk FOREIGN KEY (supporter_id) REFERENCES supporters(id) ON DELETE CASCADE;
ALTER TABLE signature_forms ADD CONSTRAINT signature_forms_email_id_outbox_id_fk FOREIGN KEY (email_id) REFERENCES outbox(id) ON DELETE SET NULL;
ALTER TABLE signature_forms ADD CONSTRAINT signature_forms_signature_id_signatures_id_fk FOREIGN KEY (signature_id) REFERENCES signatures(id) ON DELETE CASCADE;
ALTER TABLE signature_reviews ADD CONSTRAINT signature_reviews_campaign_id_campaigns_id_fk FOREIGN KEY (campaign_id) REFERENCES campaigns(id);
ALTER TABLE signature_reviews ADD CONSTRAINT signature_reviews_decided_by_id_organizers_id_fk FOREIGN KEY (decided_by_id) REFERENCES organizers(id) ON DELETE SET NULL;
ALTER TABLE signature_reviews ADD CONSTRAINT signature_reviews_signature_id_signatures_id_fk FOREIGN KEY (signature_id) REFERENCES signatures(id) ON DELETE CASCADE;
ALTER TABLE signature_traces ADD CONSTRAINT signature_traces_signature_id_signatures_id_fk FOREIGN KEY (signature_id) REFERENCES signatures(id) ON DELETE CASCADE;
ALTER TABLE signatures ADD CONSTRAINT signatures_import_id_imports_id_fk FOREIGN KEY (import_id) REFERENCES imports(id);
ALTER TABLE signatures ADD CONSTRAINT signatures_petition_version FOREIGN KEY (campaign_id, petition_version) REFERENCES petition_versions(campaign_id, version);
ALTER TABLE signatures ADD CONSTRAINT signatures_share_link_id_share_links_id_fk FOREIGN KEY (share_link_id) REFERENCES share_links(id) ON DELETE SET NULL;
ALTER TABLE signatures ADD CONSTRAINT signatures_supporter_id_supporters_id_fk FOREIGN KEY (supporter_id) REFERENCES supporters(id) ON DELETE CASCADE;
ALTER TABLE trace_groups ADD CONSTRAINT trace_groups_campaign_id_campaigns_id_fk FOREIGN KEY (campaign_id) REFERENCES campaigns(id);
ALTER TABLE trace_groups ADD CONSTRAINT trace_groups_signature_id_signatures_id_fk FOREIGN KEY (signature_id) REFERENCES signatures(id) ON DELETE CASCADE;
ALTER TABLE update_counts ADD CONSTRAINT update_counts_update_id_updates_id_fk FOREIGN KEY (update_id) REFERENCES updates(id) ON DELETE CASCADE;
ALTER TABLE update_texts ADD CONSTRAINT update_texts_update_id_updates_id_fk FOREIGN KEY (update_id) REFERENCES updates(id) ON DELETE CASCADE;
ALTER TABLE updates ADD CONSTRAINT updates_approved_by_id_organizers_id_fk FOREIGN KEY (approved_by_id) REFERENCES organizers(id) ON DELETE SET NULL;
ALTER TABLE updates ADD CONSTRAINT updates_author_id_organizers_id_fk FOREIGN KEY (author_id) REFERENCES organizers(id) ON DELETE SET NULL;
ALTER TABLE updates ADD CONSTRAINT updates_campaign_id_campaigns_id_fk FOREIGN KEY (campaign_id) REFERENCES campaigns(id);
ALTER TABLE updates ADD CONSTRAINT updates_continues_id_updates_id_fk FOREIGN KEY (continues_id) REFERENCES updates(id);
ALTER TABLE updates ADD CONSTRAINT updates_edited_by_id_organizers_id_fk FOREIGN KEY (edited_by_id) REFERENCES organizers(id) ON DELETE SET NULL;
ALTER TABLE updates ADD CONSTRAINT updates_submitted_by_id_organizers_id_fk FOREIGN KEY (submitted_by_id) REFERENCES organizers(id) ON DELETE SET NULL;
ALTER TABLE watched_names ADD CONSTRAINT watched_names_added_by_id_organizers_id_fk FOREIGN KEY (added_by_id) REFERENCES organizers(id) ON DELETE SET NULL;
ALTER TABLE watched_names ADD CONSTRAINT watched_names_campaign_id_campaigns_id_fk FOREIGN KEY (campaign_id) REFERENCES campaigns(id);
