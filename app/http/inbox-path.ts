/** Where somebody is sent whose form was stored and who gets an email to confirm it. */
export const inboxPath = (slug: string) => `/c/${slug}/check-your-inbox`;
