/** A table whose rows become an application: the product in one picture. */
export function AuthArt() {
  const rows = [0, 1, 2, 3];
  return (
    <svg viewBox="0 0 520 270" aria-hidden="true" focusable="false">
      <g fill="#0d3f3a" stroke="#4fa598" strokeOpacity="0.55">
        <rect x="1" y="20" width="236" height="206" rx="14" />
      </g>
      <path d="M1 58h236" stroke="#4fa598" strokeOpacity="0.55" />
      <rect x="20" y="34" width="58" height="9" rx="4.5" fill="#b0e3da" />
      <rect x="104" y="34" width="40" height="9" rx="4.5" fill="#b0e3da" fillOpacity="0.55" />
      <rect x="176" y="34" width="34" height="9" rx="4.5" fill="#b0e3da" fillOpacity="0.55" />
      {rows.map((row) => (
        <g key={row} transform={`translate(0 ${76 + row * 38})`}>
          <rect x="20" y="0" width={[62, 48, 70, 54][row]} height="9" rx="4.5" fill="#e6f7f4" fillOpacity="0.85" />
          <rect x="104" y="0" width={[46, 52, 36, 48][row]} height="9" rx="4.5" fill="#83d2c6" fillOpacity="0.6" />
          <rect
            x="172"
            y="-5"
            width="46"
            height="19"
            rx="9.5"
            fill={['#f2b450', '#2fa093', '#2fa093', '#f2b450'][row]}
            fillOpacity="0.9"
          />
          {row < 3 && <path d="M20 24h197" stroke="#4fa598" strokeOpacity="0.25" />}
        </g>
      ))}
      <path
        d="M237 104c44 0 34-36 74-36M237 142c44 0 34 42 74 42"
        fill="none"
        stroke="#f2b450"
        strokeWidth="2.5"
        strokeLinecap="round"
      />
      <circle cx="237" cy="104" r="5" fill="#f2b450" />
      <circle cx="237" cy="142" r="5" fill="#f2b450" />
      <g transform="translate(312 12)">
        <rect width="206" height="112" rx="14" fill="#f7fcfb" />
        <rect x="18" y="18" width="64" height="10" rx="5" fill="#176b63" />
        {[0, 1, 2, 3, 4, 5].map((bar) => (
          <rect
            key={bar}
            x={18 + bar * 29}
            y={94 - [22, 34, 28, 46, 38, 52][bar]}
            width="19"
            height={[22, 34, 28, 46, 38, 52][bar]}
            rx="5"
            fill={bar === 5 ? '#f2b450' : '#83d2c6'}
          />
        ))}
      </g>
      <g transform="translate(312 146)">
        <rect width="206" height="104" rx="14" fill="#f7fcfb" />
        <circle cx="38" cy="52" r="18" fill="#d8f1ec" />
        <path
          d="m30 52 6 6 11-12"
          fill="none"
          stroke="#176b63"
          strokeWidth="3"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
        <rect x="70" y="32" width="92" height="10" rx="5" fill="#176b63" />
        <rect x="70" y="52" width="114" height="8" rx="4" fill="#b9c9c6" />
        <rect x="70" y="68" width="70" height="8" rx="4" fill="#b9c9c6" />
      </g>
    </svg>
  );
}
