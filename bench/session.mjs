/** Starts a session of the list's organizer with every proof the measurement needs. Returns its token. */
export async function startSession(stage, { db, owner, scope }) {
  const { startSession: start } = await stage.load("app/domain/access/sign-in/sessions/session.server.ts");
  const session = { organizerId: scope.organizerId, userAgent: null, oldSession: null, strongBy: "totp" };
  const token = await db.transaction((tx) => start(tx, session, new Date()));
  await owner`
    insert into organizer_proofs (session_id, purpose, by, proved_at)
    select id, kind || ' ' || ${scope.campaignId}::int, 'totp', now() + interval '1 day'
    from organizer_sessions, unnest(array['export', 'bulk']) as kind where organizer_id = ${scope.organizerId}
    on conflict do nothing`;
  return token;
}
