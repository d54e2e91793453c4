import { AG_GRID_LOCALE_EN, AG_GRID_LOCALE_FR } from '@ag-grid-community/locale';
import { ActionIcon } from '@mantine/core';
import {
  type CellKeyDownEvent,
  CellStyleModule,
  ClientSideRowModelModule,
  type ColDef,
  ColumnApiModule,
  LocaleModule,
  ModuleRegistry,
  type SortChangedEvent,
  themeQuartz,
} from 'ag-grid-community';
import { AgGridReact, type CustomCellRendererProps } from 'ag-grid-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Field, Row, Schema } from '../api/types';
import { Icon } from '../ui/icons';
import { ChoiceBadge } from './ChoiceBadge';
import { NUMBERS } from './filters';
import { useCellText } from './useCellText';

ModuleRegistry.registerModules([CellStyleModule, ClientSideRowModelModule, ColumnApiModule, LocaleModule]);

const theme = themeQuartz.withParams({
  accentColor: 'var(--mantine-primary-color-filled)',
  backgroundColor: 'var(--surface)',
  foregroundColor: 'var(--mantine-color-text)',
  headerBackgroundColor: 'var(--surface)',
  headerTextColor: 'var(--mantine-color-dimmed)',
  headerFontWeight: 600,
  borderColor: 'var(--line)',
  rowHoverColor: 'color-mix(in srgb, var(--mantine-color-pine-5) 9%, transparent)',
  wrapperBorder: false,
  wrapperBorderRadius: 0,
  headerColumnBorder: false,
  headerColumnResizeHandleColor: 'var(--mantine-color-default-border)',
  fontFamily: 'inherit',
  fontSize: 14,
  headerFontSize: 13,
  rowHeight: 46,
  headerHeight: 46,
  cellHorizontalPadding: 18,
});

/** Cells that hold an element rather than text. */
const MIDDLE = { display: 'flex', alignItems: 'center' };

interface Props {
  table: string;
  fields: Field[];
  schemas: Schema[];
  rows: Row[];
  sort: string;
  onSort: (sort: string) => void;
  onOpen: (id: string) => void;
  actionLabel: string;
}

/** One page of rows. Order and paging are the server's: the grid shows rows as they come. */
export function RowsGrid({ table, fields, schemas, rows, sort, onSort, onOpen, actionLabel }: Props) {
  const { t, i18n } = useTranslation();
  const text = useCellText(schemas);

  const columns = useMemo((): ColDef<Row>[] => {
    const orders = new Map(
      sort
        .split(',')
        .filter(Boolean)
        .map((part, index) => [part.replace('-', ''), { desc: part.startsWith('-'), index }]),
    );
    const column = (field: Field, name: string): ColDef<Row> => {
      const order = orders.get(field.name);
      return {
        colId: field.name,
        headerName: name,
        // Dots in a name are no path here: take the value by its key.
        valueGetter: ({ data }) => data?.[field.name],
        valueFormatter: ({ value }) => text(field, value),
        equals: () => false,
        sortable: !['relation', 'json', 'file', 'image', 'multi_choice'].includes(field.type),
        sort: order ? (order.desc ? 'desc' : 'asc') : null,
        sortIndex: order?.index ?? null,
        comparator: () => 0,
        type: NUMBERS.includes(field.type) ? 'rightAligned' : undefined,
        cellStyle: field.type === 'choice' ? MIDDLE : undefined,
        cellRenderer:
          field.type === 'choice'
            ? ({ value }: CustomCellRendererProps<Row>) =>
                value === null || value === undefined ? null : <ChoiceBadge field={field} value={value} />
            : undefined,
      };
    };
    return [
      ...fields
        .filter((field) => field.visible_in_list !== false)
        .map((field) => column(field, field.label || field.name)),
      column({ name: 'updated_at', type: 'datetime' }, t('rows.updatedAt')),
      {
        colId: 'actions',
        headerName: t('rows.actions'),
        headerClass: 'quiet-header',
        cellStyle: MIDDLE,
        pinned: 'right',
        sortable: false,
        resizable: false,
        flex: 0,
        width: 64,
        minWidth: 64,
        cellRenderer: ({ data }: CustomCellRendererProps<Row>) =>
          data && (
            <ActionIcon variant="subtle" color="gray" aria-label={actionLabel} onClick={() => onOpen(data.id)}>
              <Icon name="edit" size={17} />
            </ActionIcon>
          ),
      },
    ];
  }, [fields, sort, text, t, actionLabel, onOpen]);

  const sorted = (event: SortChangedEvent<Row>) => {
    if (event.source !== 'uiColumnSorted') return;
    const orders = event.api
      .getColumnState()
      .filter((state) => state.sort)
      .sort((one, other) => (one.sortIndex ?? 0) - (other.sortIndex ?? 0));
    onSort(orders.map((state) => (state.sort === 'desc' ? '-' : '') + state.colId).join(','));
  };

  return (
    <div className="ag-host" role="region" aria-label={t('rows.grid', { table })}>
      <AgGridReact<Row>
        key={i18n.language}
        theme={theme}
        localeText={i18n.language === 'fr' ? AG_GRID_LOCALE_FR : AG_GRID_LOCALE_EN}
        rowData={rows}
        columnDefs={columns}
        defaultColDef={{ flex: 1, minWidth: 140, resizable: true }}
        getRowId={({ data }) => data.id}
        onSortChanged={sorted}
        onCellClicked={({ data, column }) => {
          if (data && column.getColId() !== 'actions') onOpen(data.id);
        }}
        onCellKeyDown={(event) => {
          const key = ((event as CellKeyDownEvent<Row>).event as KeyboardEvent | undefined)?.key;
          const onButton = document.activeElement?.tagName === 'BUTTON';
          if (key === 'Enter' && event.data && !onButton) onOpen(event.data.id);
        }}
      />
    </div>
  );
}

export default RowsGrid;
