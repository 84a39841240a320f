-- Returns the text of an entry that is sealed. Times are microseconds, so that no setting of a session changes it.
CREATE OR REPLACE FUNCTION audit_text(entry audit_entries) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT (jsonb_build_array(entry.id, (extract(epoch FROM entry.at) * 1000000)::bigint, entry.actor, entry.action,
      entry.campaign_id, entry.subject, entry.detail)
    || CASE WHEN entry.from_hash IS NULL THEN '[]'::jsonb
       ELSE jsonb_build_array(encode(entry.from_hash, 'hex')) END)::text
$$;

-- Form 1. An entry without an origin has the digest it had before there were origins, so that older seals still fit.
CREATE OR REPLACE FUNCTION audit_digest(before bytea, from_entry bigint, to_entry bigint) RETURNS bytea LANGUAGE sql STABLE AS $$
  SELECT sha256(before || convert_to(coalesce(string_agg(
    (jsonb_build_array(id, (extract(epoch FROM at) * 1000000)::bigint, actor, action, campaign_id, subject, detail)
      || CASE WHEN from_hash IS NULL THEN '[]'::jsonb ELSE jsonb_build_array(encode(from_hash, 'hex')) END)::text,
    E'\n' ORDER BY id), ''), 'UTF8'))
  FROM audit_entries WHERE id BETWEEN from_entry AND to_entry
$$;

-- Form 2 covers the digests of the entries: someone who may read some of them checks a seal with the digests of the others.
CREATE OR REPLACE FUNCTION audit_digest(before bytea, from_entry bigint, to_entry bigint, form smallint) RETURNS bytea
LANGUAGE sql STABLE AS $$
  SELECT CASE WHEN form = 1 THEN audit_digest(before, from_entry, to_entry) ELSE
    (SELECT sha256(before || coalesce(string_agg(sha256(convert_to(audit_text(e), 'UTF8')), ''::bytea ORDER BY id), ''::bytea))
     FROM audit_entries e WHERE id BETWEEN from_entry AND to_entry) END
$$;

CREATE OR REPLACE FUNCTION seal_audit_entries() RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE newest bigint; last_seal audit_seals; before bytea; from_entry bigint;
BEGIN
  LOCK TABLE audit_entries IN SHARE MODE;
  SELECT * INTO last_seal FROM audit_seals ORDER BY id DESC LIMIT 1;
  SELECT max(id) INTO newest FROM audit_entries;
  IF newest IS NULL OR newest <= coalesce(last_seal.to_id, 0) THEN RETURN 0; END IF;
  before := coalesce(last_seal.sha256, '\x'::bytea);
  from_entry := coalesce(last_seal.to_id, 0) + 1;
  INSERT INTO audit_seals (from_id, to_id, form, sha256, previous)
  VALUES (from_entry, newest, 2, audit_digest(before, from_entry, newest, 2::smallint), before);
  RETURN newest - coalesce(last_seal.to_id, 0);
END $$;
