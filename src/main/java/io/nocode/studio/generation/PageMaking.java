package io.nocode.studio.generation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.nocode.foundation.access.Action;
import io.nocode.shared.problem.Messages;
import io.nocode.shared.rest.RequestContext;
import io.nocode.studio.components.Component;
import io.nocode.studio.components.ComponentRepository;
import io.nocode.studio.components.ComponentView;
import io.nocode.studio.components.TreeSets;
import io.nocode.studio.components.Trees;
import io.nocode.studio.documents.DraftContent;
import io.nocode.studio.pages.CreatePage;
import io.nocode.studio.pages.Page;
import io.nocode.studio.pages.PageRepository;
import io.nocode.studio.pages.PageView;
import io.nocode.studio.pages.Pages;
import io.nocode.studio.projects.Drafts;
import io.nocode.studio.projects.ProjectDirectory;
import io.nocode.studio.schema.TableSchema;
import io.nocode.studio.tables.DraftTables;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Makes pages for tables, and copies of pages. */
@ApplicationScoped
@Transactional
public class PageMaking {
    @Inject
    private DraftTables tables;

    @Inject
    private ProjectDirectory projects;

    @Inject
    private Pages pages;

    @Inject
    private PageRepository repository;

    @Inject
    private ComponentRepository components;

    @Inject
    private TreeSets trees;

    @Inject
    private Drafts drafts;

    /** What is written on generated pages, in a language. */
    public static UnaryOperator<String> words(Locale language) {
        return word -> Messages.text(language, "generated." + word);
    }

    public GeneratedPages generate(GeneratePages asked) {
        UUID project = tables.projectOf(asked.schema());
        projects.require(project, Action.STUDIO_EDIT);
        drafts.lock(project);
        TableSchema table = tables.of(project).stream()
                .filter(each -> each.id().equals(asked.schema()))
                .findFirst()
                .orElseThrow();
        Set<Kind> kinds = asked.kinds() == null ? EnumSet.allOf(Kind.class) : EnumSet.copyOf(asked.kinds());
        Set<String> taken = routes(project);
        String base = free("/" + table.name(), taken);
        ArrayNode wanted = new TablePages(table, base, kinds, words(RequestContext.currentLanguage())).pages();
        List<PageView> made = new ArrayList<>();
        for (JsonNode page : wanted) {
            String route = free(page.path("route").asText(), taken);
            taken.add(route);
            made.add(put(project, page.path("name").asText(), route, page));
        }
        return new GeneratedPages(made);
    }

    /** A copy of a page with all that lies on it, under a route of its own. */
    public PageView duplicate(UUID id) {
        PageView original = pages.get(id);
        projects.require(original.project(), Action.STUDIO_EDIT);
        drafts.lock(original.project());
        String route =
                free("/copy" + (original.route().equals("/") ? "" : original.route()), routes(original.project()));
        String name = original.name().length() > 90 ? original.name().substring(0, 90) : original.name();
        PageView copy = pages.create(new CreatePage(
                original.project(),
                name + " " + words(RequestContext.currentLanguage()).apply("copy"),
                route,
                false,
                original.title(),
                original.access(),
                original.config()));
        List<ComponentView> all =
                components.of(id).stream().map(Component::view).toList();
        trees.fill(copy.id(), TreeSets.anonymous(DraftContent.trees(Trees.of(all))));
        return copy;
    }

    private PageView put(UUID project, String name, String route, JsonNode page) {
        PageView made = pages.create(new CreatePage(
                project,
                name,
                route,
                false,
                page.path("title").asText(),
                page.path("access").asText(),
                page.path("config")));
        trees.fill(made.id(), page.path("components"));
        return made;
    }

    private Set<String> routes(UUID project) {
        Set<String> routes = new HashSet<>();
        for (Page page : repository.of(project)) {
            routes.add(page.view().route());
        }
        return routes;
    }

    private static String free(String route, Set<String> taken) {
        String free = route;
        for (int i = 2; taken.contains(free); i++) {
            free = route + "-" + i;
        }
        return free;
    }
}
