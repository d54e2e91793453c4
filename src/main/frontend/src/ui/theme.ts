import {
  createTheme,
  type CSSVariablesResolver,
  type MantineColorsTuple,
  Modal,
  PasswordInput,
  Select,
  Tooltip,
} from '@mantine/core';

const pine: MantineColorsTuple = [
  '#eef9f7',
  '#d8f1ec',
  '#b0e3da',
  '#83d2c6',
  '#53bcae',
  '#2fa093',
  '#1f8479',
  '#176b63',
  '#12544e',
  '#0c3b37',
];
const amber: MantineColorsTuple = [
  '#fff7e8',
  '#feebc9',
  '#fbd793',
  '#f7c263',
  '#f2b450',
  '#dd9526',
  '#b87512',
  '#8f590a',
  '#6d4408',
  '#4a2e05',
];
const gray: MantineColorsTuple = [
  '#faf9f7',
  '#f3f1ed',
  '#e9e6e0',
  '#dcd8d0',
  '#c7c2b8',
  '#958f84',
  '#6f695f',
  '#57524a',
  '#3a3631',
  '#211f1c',
];
const dark: MantineColorsTuple = [
  '#e3e9e8',
  '#c2cccb',
  '#a5b1b0',
  '#7f8d8c',
  '#3a4645',
  '#2e3938',
  '#222b2b',
  '#171d1d',
  '#111616',
  '#0b0f0f',
];

const fonts =
  'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", "Liberation Sans", Arial, sans-serif';

export const theme = createTheme({
  colors: { pine, amber, gray, dark },
  primaryColor: 'pine',
  primaryShade: { light: 7, dark: 6 },
  autoContrast: true,
  luminanceThreshold: 0.32,
  black: '#211f1c',
  defaultRadius: 'md',
  cursorType: 'pointer',
  fontFamily: fonts,
  fontFamilyMonospace: 'ui-monospace, "Cascadia Code", "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace',
  headings: {
    fontFamily: fonts,
    fontWeight: '650',
    sizes: {
      h1: { fontSize: '1.75rem', lineHeight: '1.2' },
      h2: { fontSize: '1.3rem', lineHeight: '1.3' },
      h3: { fontSize: '1.05rem', lineHeight: '1.4' },
    },
  },
  components: {
    Modal: Modal.extend({ defaultProps: { radius: 'lg', padding: 'xl', centered: true } }),
    Tooltip: Tooltip.extend({ defaultProps: { openDelay: 300, withArrow: true } }),
    // Focus after a refused form shows the error, not the list over it.
    Select: Select.extend({ defaultProps: { openOnFocus: false } }),
    PasswordInput: PasswordInput.extend({ defaultProps: { autoComplete: 'current-password' } }),
  },
});

export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-body': '#f8f7f4',
    '--mantine-color-dimmed': '#635d54',
    '--mantine-color-placeholder': '#6f695f',
    '--mantine-color-default-border': '#dedad2',
    '--mantine-color-error': '#b42323',
    '--mantine-color-anchor': '#176b63',
    '--mantine-color-red-filled': '#c22f2a',
    '--mantine-color-red-filled-hover': '#a52521',
    '--mantine-color-red-light-color': '#b42323',
    '--focus': '#176b63',
    '--surface': '#ffffff',
    '--surface-sunken': '#f1efea',
    '--line': '#e6e2da',
    '--field-border': '#958f84',
    '--shadow-card': '0 1px 2px rgb(50 44 32 / 5%), 0 8px 24px -16px rgb(50 44 32 / 18%)',
  },
  dark: {
    '--mantine-color-dimmed': '#a5b1b0',
    '--mantine-color-placeholder': '#93a09f',
    '--mantine-color-default-border': '#37433f',
    '--mantine-color-error': '#ff9b93',
    '--mantine-color-anchor': '#83d2c6',
    '--mantine-color-pine-light': 'rgb(83 188 174 / 16%)',
    '--mantine-color-pine-light-hover': 'rgb(83 188 174 / 24%)',
    '--mantine-color-pine-light-color': '#b0e3da',
    '--mantine-color-pine-filled-hover': '#1b756b',
    '--mantine-color-red-filled': '#c22f2a',
    '--mantine-color-red-filled-hover': '#a52521',
    '--mantine-color-red-light-color': '#ff9b93',
    '--focus': '#53bcae',
    '--surface': '#1e2626',
    '--surface-sunken': '#131919',
    '--line': '#2c3636',
    '--field-border': '#66736f',
    '--shadow-card': '0 1px 2px rgb(0 0 0 / 30%)',
  },
});
