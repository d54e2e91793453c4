/** The contract's shapes, as far as the screens use them. */
export interface Page<T> {
  count: number;
  next: string | null;
  previous: string | null;
  results: T[];
}

export interface Resource {
  id: string;
  created_at: string;
  updated_at: string;
}

export type Role = 'CLIENT' | 'VIEWER' | 'MEMBER' | 'ADMIN' | 'OWNER';

export interface User {
  id: string;
  email: string;
  first_name: string;
  last_name: string;
  full_name: string;
  language: string | null;
  is_superuser: boolean;
  email_verified: boolean;
}

export interface Login {
  access: string;
  refresh: string;
  expires_in: number;
  user: User;
}

export const ORGANIZATION_TYPES = ['COMPANY', 'STARTUP', 'AGENCY', 'FREELANCE', 'NON_PROFIT'] as const;

export interface Organization extends Resource {
  name: string;
  slug: string;
  description: string | null;
  type: (typeof ORGANIZATION_TYPES)[number];
  status: string;
  city: string | null;
  member_count: number;
  user_role: Role | null;
  is_owner: boolean;
}

export interface Invitation extends Resource {
  organization_id: string;
  organization_name: string;
  email: string;
  role: Role;
  invited_by: string | null;
  expires_at: string | null;
}

export interface Project extends Resource {
  name: string;
  slug: string;
  description: string | null;
  organization_id: string;
  organization_name: string;
  status: 'draft' | 'published' | 'archived';
  current_version: number | null;
  visibility: 'private' | 'public';
}

export interface Choice {
  value: string;
  label?: string;
  color?: string | null;
}

export interface Field {
  id?: string;
  name: string;
  label?: string | null;
  type: string;
  required?: boolean;
  unique?: boolean;
  default?: unknown;
  help_text?: string | null;
  placeholder?: string | null;
  visible_in_list?: boolean;
  visible_in_form?: boolean;
  read_only?: boolean;
  position?: number;
  max_length?: number;
  min_length?: number;
  min_value?: number;
  max_value?: number;
  precision?: number;
  scale?: number;
  choices?: Choice[];
  target?: string;
  kind?: 'many_to_one' | 'one_to_one' | 'many_to_many';
  on_delete?: 'restrict' | 'cascade' | 'set_null';
  display_field?: string | null;
  accept?: string[];
  max_size?: number | null;
  multiple?: boolean;
}

/** A file of a row. */
export interface StoredFile {
  id: string;
  name: string;
  content_type: string;
  size: number;
  width?: number;
  height?: number;
  url: string;
}

export interface Schema extends Resource {
  project: string;
  table_name: string;
  display_name: string;
  description: string | null;
  icon: string | null;
  fields_config: Field[];
}

export type Row = Record<string, unknown> & { id: string };

export interface Version {
  number: number;
  notes?: string | null;
  created_at?: string;
}

export interface Publication {
  project_id: string;
  version: number;
  generation_task_id: string;
  status: JobStatus;
}

export type JobStatus = 'pending' | 'running' | 'succeeded' | 'failed' | 'cancelled';

/** Where an application may run; the development environment follows the draft. */
export const ENVIRONMENTS = ['prod', 'staging'] as const;

export interface App extends Resource {
  project: string;
  name: string;
  slug: string;
  status: string;
  version: number | null;
  environment: string;
  api_base_url: string;
  error: string | null;
}

export interface DeploymentStep {
  name: string;
  status: string;
  started_at?: string | null;
  completed_at?: string | null;
  duration?: number | null;
  details?: unknown;
  error?: string | null;
}

export interface Deployment extends Resource {
  status: JobStatus;
  environment: string;
  version?: number | null;
  steps?: DeploymentStep[];
  error?: string | null;
  started_at?: string | null;
  completed_at?: string | null;
}

export interface DeploymentStart {
  deployment_id: string;
  status: JobStatus;
}

export interface Workflow extends Resource {
  name: string;
  description: string | null;
  status: 'draft' | 'active' | 'inactive';
  trigger_type: string;
  nodes_count: number;
  executions_count: number;
  success_rate: number | null;
  last_executed: string | null;
}

export interface ExecutionStart {
  execution_id: string;
  status: string;
}

export interface NodeRun {
  node_id: string;
  node_name: string;
  attempt: number;
  status: string;
  started_at: string | null;
  completed_at: string | null;
  duration_seconds: number | null;
  input_data: unknown;
  output_data: unknown;
  error: unknown;
}

export interface Execution extends Resource {
  workflow?: string;
  workflow_id?: string;
  status: string;
  trigger_type?: string;
  started_at?: string | null;
  completed_at?: string | null;
  input_data?: unknown;
  output_data?: unknown;
  execution_details?: NodeRun[];
  error?: unknown;
}
