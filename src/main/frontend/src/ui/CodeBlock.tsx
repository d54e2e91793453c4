/** JSON as it is stored. */
export function CodeBlock({ label, value }: { label: string; value: unknown }) {
  return (
    <pre className="code" role="region" tabIndex={0} aria-label={label}>
      {typeof value === 'string' ? value : JSON.stringify(value ?? null, null, 2)}
    </pre>
  );
}
