/** Everything that components use of Remix (docs/decisions/0001-remix-2.md). */
export type { ClientActionFunctionArgs, MetaDescriptor, ShouldRevalidateFunction } from "@remix-run/react";
export {
  Form,
  isRouteErrorResponse,
  Link,
  NavLink,
  Outlet,
  useActionData,
  useFetcher,
  useLoaderData,
  useLocation,
  useMatches,
  useNavigate,
  useNavigation,
  useParams,
  useRevalidator,
  useRouteError,
  useRouteLoaderData,
  useSearchParams,
} from "@remix-run/react";
