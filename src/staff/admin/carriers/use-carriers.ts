import { useQuery } from '@tanstack/react-query';
import { carriersView, itemRangesView } from '#wire/carriers.wire.ts';
import { ask } from '../../api/request.ts';

export const CARRIERS = ['admin', 'carriers'] as const;
export const useCarriers = () => useQuery({ queryKey: CARRIERS, queryFn: ({ signal }) => ask('/api/admin/carriers', carriersView, signal), refetchInterval: 30_000 });

export const ITEM_RANGES = ['admin', 'item-ranges'] as const;
export const useItemRanges = () => useQuery({ queryKey: ITEM_RANGES, queryFn: ({ signal }) => ask('/api/admin/item-ranges', itemRangesView, signal) });
